package dev.holdfast.order;

import dev.holdfast.platform.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads orders back as they were written. */
final class OrderLoading {
    private static final String LINES = """
            select order_id, line_id, variant_id, sku, ordered, wanted, open, selling_plan_id, selling_plan_name
            from order_line
            where shop_id = :shop and order_id = any (:ids::bigint[])
            order by line_id
            """;
    private static final String FULFILLMENT_ORDERS = """
            select order_id, fulfillment_order_id, status, location_id, by_service, fulfill_at
            from fulfillment_order
            where shop_id = :shop and order_id = any (:ids::bigint[])
            order by fulfillment_order_id
            """;
    private static final String PARTS = """
            select order_id, fulfillment_order_id, part_id, line_id, total, remaining
            from fulfillment_order_line
            where shop_id = :shop and order_id = any (:ids::bigint[])
            order by part_id
            """;
    private static final String HOLDS = """
            select order_id, fulfillment_order_id, hold_id, handle, reason, ours
            from fulfillment_hold
            where shop_id = :shop and order_id = any (:ids::bigint[])
            order by hold_id
            """;

    private final JdbcClient sql;
    private final ShopId shop;
    private final Long[] ids;

    private OrderLoading(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        this.sql = sql;
        this.shop = shop;
        this.ids = ids.toArray(Long[]::new);
    }

    static List<Order> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        return new OrderLoading(sql, shop, ids).load();
    }

    private List<Order> load() {
        var lines = all(LINES, (row, _) -> line(row)).stream().collect(Collectors.groupingBy(Order.Line::order));
        var ofs = fulfillmentOrders();
        return sql.sql("""
                        select order_id, name, created_at, placed_at, cancelled_at, closed_at, currency, financial_status,
                               updated_at, read_at
                        from customer_order
                        where shop_id = :shop and order_id = any (:ids::bigint[]) and gone_at is null
                        """)
                .param("shop", shop.value())
                .param("ids", ids)
                .query((row, _) -> order(row, lines, ofs))
                .list();
    }

    private Map<Long, List<Order.FulfillmentOrder>> fulfillmentOrders() {
        var parts =
                all(PARTS, (row, _) -> part(row)).stream().collect(Collectors.groupingBy(Order.Part::fulfillmentOrder));
        var holds =
                all(HOLDS, (row, _) -> hold(row)).stream().collect(Collectors.groupingBy(Order.Hold::fulfillmentOrder));
        return all(FULFILLMENT_ORDERS, (row, _) -> fulfillmentOrder(row, parts, holds)).stream()
                .collect(Collectors.groupingBy(Order.FulfillmentOrder::order));
    }

    private <T> List<T> all(String select, RowMapper<T> mapper) {
        return sql.sql(select)
                .param("shop", shop.value())
                .param("ids", ids)
                .query(mapper)
                .list();
    }

    private static Order order(
            ResultSet row, Map<Long, List<Order.Line>> lines, Map<Long, List<Order.FulfillmentOrder>> ofs)
            throws SQLException {
        long id = row.getLong("order_id");
        return new Order(
                id,
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("placed_at").toInstant(),
                time(row.getTimestamp("cancelled_at")),
                time(row.getTimestamp("closed_at")),
                row.getString("currency"),
                Optional.ofNullable(row.getString("financial_status")),
                lines.getOrDefault(id, List.of()),
                ofs.getOrDefault(id, List.of()),
                row.getTimestamp("updated_at").toInstant(),
                row.getTimestamp("read_at").toInstant());
    }

    private static Order.Line line(ResultSet row) throws SQLException {
        var plan = number(row, "selling_plan_id");
        var planName = row.getString("selling_plan_name");
        return new Order.Line(
                row.getLong("order_id"),
                row.getLong("line_id"),
                number(row, "variant_id"),
                Optional.ofNullable(row.getString("sku")),
                row.getInt("ordered"),
                row.getInt("wanted"),
                row.getInt("open"),
                plan.map(id -> new Order.SellingPlan(id, planName == null ? "" : planName)));
    }

    private static Order.FulfillmentOrder fulfillmentOrder(
            ResultSet row, Map<Long, List<Order.Part>> parts, Map<Long, List<Order.Hold>> holds) throws SQLException {
        long id = row.getLong("fulfillment_order_id");
        return new Order.FulfillmentOrder(
                row.getLong("order_id"),
                id,
                row.getString("status"),
                number(row, "location_id"),
                row.getBoolean("by_service"),
                time(row.getTimestamp("fulfill_at")),
                parts.getOrDefault(id, List.of()),
                holds.getOrDefault(id, List.of()));
    }

    private static Order.Part part(ResultSet row) throws SQLException {
        return new Order.Part(
                row.getLong("order_id"),
                row.getLong("fulfillment_order_id"),
                row.getLong("part_id"),
                row.getLong("line_id"),
                row.getInt("total"),
                row.getInt("remaining"));
    }

    private static Order.Hold hold(ResultSet row) throws SQLException {
        return new Order.Hold(
                row.getLong("order_id"),
                row.getLong("fulfillment_order_id"),
                row.getLong("hold_id"),
                row.getString("handle"),
                row.getString("reason"),
                row.getBoolean("ours"));
    }

    private static Optional<Instant> time(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
