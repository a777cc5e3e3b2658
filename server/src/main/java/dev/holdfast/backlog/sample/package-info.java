/** Makes up a shop and writes its files as Shopify would export them. */
@NullMarked
@NamedInterface("sample")
package dev.holdfast.backlog.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
