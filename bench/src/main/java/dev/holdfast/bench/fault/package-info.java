/** Breaks the running program and what it talks to, under load, and looks whether anything was lost or done twice. */
@NullMarked
package dev.holdfast.bench.fault;

import org.jspecify.annotations.NullMarked;
