/** Apps on a shop: how they are installed, the tokens they get, and everything that is signed for them. */
@NullMarked
package dev.holdfast.simulator.auth;

import org.jspecify.annotations.NullMarked;
