package dev.holdfast.platform.database;

import dev.holdfast.platform.testing.GlobalTables;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the catalog and finds what breaks the database rules of ARCHITECTURE.md. */
final class SchemaRules {

    private static final String POLICY = "(shop_id = current_shop())";

    private final JdbcClient superuser;
    private final String app;
    private final String[] global = GlobalTables.NAMES.toArray(String[]::new);

    SchemaRules(JdbcClient superuser) {
        this(superuser, Schema.APP_ROLE);
    }

    /** With another role in the place of the app's. */
    SchemaRules(JdbcClient superuser, String app) {
        this.superuser = superuser;
        this.app = app;
    }

    List<String> broken() {
        List<String> all = new ArrayList<>();
        add(all, "has no column shop_id bigint not null", """
                select c.relname from pg_class c
                 where %s and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id'
                                             and a.atttypid = 'bigint'::regtype and a.attnotnull)
                """);
        add(all, "does not enable and force row level security", """
                select c.relname from pg_class c where %s and not (c.relrowsecurity and c.relforcerowsecurity)
                """);
        add(all, "has not exactly one policy, " + POLICY, """
                select c.relname from pg_class c
                 where %%s and array(select pg_get_expr(p.polqual, p.polrelid) || coalesce(
                                                pg_get_expr(p.polwithcheck, p.polrelid), '') || p.polcmd::text
                                     from pg_policy p where p.polrelid = c.oid) <> array['%s*']
                """.formatted(POLICY));
        add(all, "has no primary key that begins with shop_id", """
                select c.relname from pg_class c
                 where %s and not exists (select from pg_index i join pg_attribute a
                                              on a.attrelid = c.oid and a.attnum = i.indkey[0]
                                           where i.indrelid = c.oid and i.indisprimary and a.attname = 'shop_id')
                """);
        add(all, "has a unique index that does not begin with shop_id", """
                select c.relname || ' ' || i.indexrelid::regclass from pg_class c join pg_index i on i.indrelid = c.oid
                 where %s and i.indisunique
                   and not exists (select from pg_attribute a
                                    where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'shop_id')
                """);
        add(all, "has a foreign key that does not begin with shop_id", """
                select c.relname || ' ' || k.conname from pg_class c join pg_constraint k on k.conrelid = c.oid
                 where %s and k.contype = 'f'
                   and not exists (select from pg_attribute a
                                    where a.attrelid = c.oid and a.attnum = k.conkey[1] and a.attname = 'shop_id')
                """);
        add(all, "has a trigger or a rule", """
                select c.relname from pg_class c
                 where %s and (exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
                            or exists (select from pg_rewrite r where r.ev_class = c.oid))
                """);
        add(all, "has a constraint or an index without a name of its own", """
                select c.relname || ' ' || k.conname from pg_class c join pg_constraint k on k.conrelid = c.oid
                 where %s and k.contype <> 'n' and k.conname ~ '_(pkey|key|fkey|check|excl)[0-9]*$'
                """);
        addOfRole(all, """
                select c.relname || ' belongs to the app''s role' from pg_class c join pg_roles r on r.oid = c.relowner
                 where c.relnamespace = 'public'::regnamespace and r.rolname = :app
                """);
        return all;
    }

    /** What would show the app's role rows of another shop, or let it change them, past the policies. */
    List<String> waysRound() {
        List<String> all = new ArrayList<>();
        // A view reads with its owner's rights unless it says otherwise, and what is materialised or foreign has no
        // policy.
        addOfRole(all, """
                select c.relname || ' is a view that does not act as who asks' from pg_class c
                 where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' and :app <> ''
                   and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']
                """);
        addOfRole(all, """
                select c.relname || ' is materialised or foreign' from pg_class c
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('m', 'f') and :app <> ''
                """);
        addOfRole(all, """
                select p.proname || ' acts as its owner' from pg_proc p
                 where p.pronamespace = 'public'::regnamespace and p.prosecdef and :app <> ''
                """);
        addOfRole(all, """
                select c.relname || ' can be set by the app''s role' from pg_class c
                 where c.relnamespace = 'public'::regnamespace
                   and case when c.relkind = 'S' then has_sequence_privilege(:app, c.oid, 'update') end
                """);
        // No policy stops these three.
        addOfRole(all, """
                select c.relname || ' can be emptied, referred to or given a trigger by the app''s role' from pg_class c
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                   and has_table_privilege(:app, c.oid, 'truncate, references, trigger')
                """);
        addOfRole(all, """
                select 'the app''s role may make things in ' || nspname from pg_namespace
                 where has_schema_privilege(:app, oid, 'create')
                """);
        addOfRole(all, """
                select 'the app''s role can become ' || r.rolname from pg_roles r
                 where r.rolname <> :app and pg_has_role(:app, r.oid, 'member')
                """);
        addOfRole(all, """
                select 'the app''s role has a right of its own that row security does not bind' from pg_roles
                 where rolname = :app and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                """);
        addOfRole(all, """
                select distinct 'forced row security does not bind ' || r.rolname || ', who owns tables'
                  from pg_class c join pg_roles r on r.oid = c.relowner
                 where c.relnamespace = 'public'::regnamespace and (r.rolsuper or r.rolbypassrls) and :app <> ''
                """);
        return all;
    }

    private void addOfRole(List<String> all, String query) {
        all.addAll(superuser
                .sql(query + " order by 1")
                .param("app", app)
                .query(String.class)
                .list());
    }

    private void add(List<String> all, String what, String query) {
        String tenantTable =
                "c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace" + " and not c.relname = any (?)";
        superuser
                .sql(query.formatted(tenantTable) + " order by 1")
                .param(global)
                .query(String.class)
                .list()
                .forEach(name -> all.add(name + " " + what));
    }
}
