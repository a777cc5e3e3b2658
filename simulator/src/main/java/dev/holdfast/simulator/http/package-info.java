/** The simulator's HTTP server: mounted paths, the shop a request is for, and faults on answers. */
@NullMarked
package dev.holdfast.simulator.http;

import org.jspecify.annotations.NullMarked;
