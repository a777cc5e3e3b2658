/** The ports and how errors are told, over real HTTP. */
@NullMarked
package dev.holdfast.platform.web;

import org.jspecify.annotations.NullMarked;
