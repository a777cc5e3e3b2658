package dev.holdfast.simulator.window.liquid;

import liqp.TemplateContext;
import liqp.blocks.Block;
import liqp.nodes.LNode;

/** {@code {% schema %}}: read when the block is loaded, and nothing on the page. */
final class SchemaTag extends Block {

    SchemaTag() {
        super("schema");
    }

    @Override
    public Object render(TemplateContext context, LNode... nodes) {
        return "";
    }
}
