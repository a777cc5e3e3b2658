/** The HTTP doors that every installation has, and how errors are told there. */
@NullMarked
package dev.holdfast.platform.web;

import org.jspecify.annotations.NullMarked;
