package dev.holdfast.platform.testing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds statements that would need rows of every shop's machine once the tables are distributed by shop: each place that names
 * a tenant table must name {@code shop_id} too, also in joins and subqueries.
 */
public final class SqlRules {

    private static final Pattern SHOP = Pattern.compile("\\bshop_id\\b");
    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);

    private final Pattern tenantTable;
    private final boolean none;

    public SqlRules(Set<String> tenantTables) {
        none = tenantTables.isEmpty();
        tenantTable = Pattern.compile("\\b(?:from|join|into|update|using|copy|only)\\s+\"?(?:public\\.)?(?:%s)\\b"
                .formatted(String.join("|", tenantTables)));
    }

    /** The statements that break the rule, in their order. */
    public List<String> broken(Collection<String> statements) {
        return none
                ? List.of()
                : statements.stream().filter(this::breaks).distinct().toList();
    }

    private boolean breaks(String statement) {
        String code = COMMENT_OR_TEXT.matcher(statement).replaceAll(" ").toLowerCase(Locale.ROOT);
        return count(tenantTable.matcher(code)) > count(SHOP.matcher(code));
    }

    private static int count(Matcher found) {
        int count = 0;
        while (found.find()) {
            count++;
        }
        return count;
    }
}
