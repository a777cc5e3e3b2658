package dev.holdfast.shop.mirror;

import dev.holdfast.shopify.ShopifyFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the lines of a grouped bulk result together to whole things.
 *
 * <p>Children come at once after their parents ({@code groupObjects}, shopify.dev, "Perform bulk operations"), so that all
 * before a line without a parent is whole, and no more than a batch lies in memory.
 */
public final class BulkBranches {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PARENT = "__parentId";

    private final int batch;
    private final Map<String, Branch> byId = new HashMap<>();
    private List<Branch> roots = new ArrayList<>();

    /** {@code batch} is how many things are gathered before they may be taken. */
    public BulkBranches(int batch) {
        this.batch = batch;
    }

    /** Whether everything so far is whole and enough, if this line comes next. */
    public boolean isFullBefore(String line) {
        return roots.size() >= batch && !line.contains("\"" + PARENT + "\"");
    }

    /** Throws {@link ShopifyFault} for a child that does not follow its parent: the result is to be asked for anew. */
    public void add(String line) {
        var node = JSON.readTree(line);
        var branch = Branch.line(node);
        var parent = node.path(PARENT).asString("");
        if (parent.isEmpty()) {
            byId.clear();
            roots.add(branch);
        } else {
            var found = byId.get(parent);
            if (found == null) {
                throw new ShopifyFault(
                        ShopifyFault.Kind.REFUSED, "In the bulk result a child of " + parent + " does not follow it.");
            }
            found.children().add(branch);
        }
        byId.put(node.path("id").asString(""), branch);
    }

    /** What was gathered; begins anew. */
    public List<Branch> take() {
        var taken = roots;
        roots = new ArrayList<>();
        return taken;
    }
}
