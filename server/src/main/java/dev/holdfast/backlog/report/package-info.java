/** What a merchant wants to know of a planned backlog, and the forms it is told in. */
@NullMarked
@NamedInterface("report")
package dev.holdfast.backlog.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
