/** Transactions, row security and the rules of the schema. */
@NullMarked
package dev.holdfast.platform.database;

import org.jspecify.annotations.NullMarked;
