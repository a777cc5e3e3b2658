/** Tests of the package of the same name, annotated like it because its package-info is hidden by this one in tests. */
@NullMarked
@NamedInterface("report")
package dev.holdfast.backlog.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
