package dev.holdfast.platform.backup;

import dev.holdfast.platform.backup.Manifest.Migration;
import dev.holdfast.platform.backup.Manifest.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tables there are, as the database says. */
final class Catalog {

    /** Made by the migrations themselves, so it is compared and not copied. */
    private static final String HISTORY = "flyway_schema_history";

    private final JdbcClient sql;

    Catalog(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isEmpty() {
        return sql.sql("select not exists (select from pg_class where relnamespace = 'public'::regnamespace)")
                .query(Boolean.class)
                .single();
    }

    List<Migration> migrations() {
        return sql.sql("select version, checksum from flyway_schema_history where success order by installed_rank")
                .query((row, number) -> new Migration(row.getString("version"), row.getInt("checksum")))
                .list();
    }

    /** Tables with their columns, each after those it refers to; columns that are computed are left out. */
    Map<String, List<String>> tables() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        sql.sql("""
                        select c.relname as name,
                               array(select a.attname::text from pg_attribute a
                                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                        and a.attgenerated = '' order by a.attnum) as columns
                          from pg_class c
                         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> ?
                         order by c.relname
                        """).param(HISTORY).query(row -> {
            columns.put(row.getString("name"), Arrays.asList((String[])
                    row.getArray("columns").getArray()));
        });
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        inOrder(columns.keySet()).forEach(name -> ordered.put(name, columns.getOrDefault(name, List.of())));
        return ordered;
    }

    private Set<String> inOrder(Set<String> names) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        names.forEach(name -> needs.put(name, new LinkedHashSet<>()));
        sql.sql("""
                        select c.relname as name, r.relname as needed
                          from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
                         where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.oid <> r.oid
                        """).query(row -> {
            needs.computeIfAbsent(row.getString("name"), name -> new LinkedHashSet<>())
                    .add(row.getString("needed"));
        });
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < needs.size()) {
            List<String> next = new ArrayList<>();
            needs.forEach((name, needed) -> {
                if (!ordered.contains(name) && ordered.containsAll(needed)) {
                    next.add(name);
                }
            });
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + needs.keySet());
            }
            ordered.addAll(next);
        }
        return ordered;
    }

    List<Sequence> sequences() {
        List<String> names =
                sql.sql("""
                        select relname from pg_class
                         where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname
                        """).query((row, number) -> row.getString("relname")).list();
        return names.stream()
                .map(name -> sql.sql("select last_value, is_called from public.\"" + name + "\"")
                        .query((row, number) ->
                                new Sequence(name, row.getLong("last_value"), row.getBoolean("is_called")))
                        .single())
                .toList();
    }
}
