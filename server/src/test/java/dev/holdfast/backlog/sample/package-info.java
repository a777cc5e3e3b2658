/** Tests of the package of the same name, annotated like it because its package-info is hidden by this one in tests. */
@NullMarked
@NamedInterface("sample")
package dev.holdfast.backlog.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
