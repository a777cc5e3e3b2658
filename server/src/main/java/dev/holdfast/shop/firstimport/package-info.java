/** Copies a newly connected shop by bulk operations: with progress, and resumed where it was when the program was killed. */
@NullMarked
@NamedInterface("firstimport")
package dev.holdfast.shop.firstimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
