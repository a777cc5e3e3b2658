/** The door to PostgreSQL: one transaction of one shop at a time, and the schema's history. */
@NullMarked
package dev.holdfast.platform.database;

import org.jspecify.annotations.NullMarked;
