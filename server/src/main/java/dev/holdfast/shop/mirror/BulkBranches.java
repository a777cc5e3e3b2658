package dev.holdfast.shop.mirror;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the lines of a bulk result together to whole things.
 *
 * <p>Children come after their parents (shopify.dev, "Perform bulk operations"), at once or after more parents. Where a
 * parent follows a child, all before it is taken to be whole; should a child come later still, its thing is named among
 * {@link #late}, to be read again by itself.
 */
public final class BulkBranches {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PARENT = "__parentId";
    /** Then memory counts for more than a second reading. */
    private static final int MOST_BATCHES = 10;

    private final int batch;
    private final Map<String, Branch> byId = new HashMap<>();
    private final Map<String, String> rootOf = new HashMap<>();
    private final Set<String> late = new HashSet<>();
    private List<Branch> roots = new ArrayList<>();
    private boolean afterChild;

    /** {@code batch} is how many things are gathered before they may be taken. */
    public BulkBranches(int batch) {
        this.batch = batch;
    }

    /** Whether everything so far is whole and enough, if this line comes next. */
    public boolean isFullBefore(String line) {
        return roots.size() >= batch
                && (afterChild || roots.size() >= MOST_BATCHES * batch)
                && !line.contains("\"" + PARENT + "\"");
    }

    public void add(String line) {
        var node = JSON.readTree(line);
        var branch = Branch.line(node);
        var parent = node.path(PARENT).asString("");
        var id = node.path("id").asString("");
        if (parent.isEmpty()) {
            roots.add(branch);
            afterChild = false;
        } else {
            afterChild = true;
            var found = byId.get(parent);
            if (found == null) {
                late.add(rootOf.getOrDefault(parent, parent));
            } else {
                found.children().add(branch);
            }
        }
        byId.put(id, branch);
        rootOf.put(id, parent.isEmpty() ? id : rootOf.getOrDefault(parent, parent));
    }

    /** What was gathered; begins anew. */
    public List<Branch> take() {
        var taken = roots;
        roots = new ArrayList<>();
        byId.clear();
        rootOf.clear();
        return taken;
    }

    /** Global ids of parents whose children came after they were taken. */
    public Set<String> late() {
        return Set.copyOf(late);
    }
}
