package dev.holdfast.order;

import dev.holdfast.platform.ShopId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Is told within the shop's transaction which orders were replaced by newer facts; must bear being told again. */
@FunctionalInterface
public interface OrdersChanged {
    /** By the numbers of their global ids; at least one. */
    void changed(JdbcClient sql, ShopId shop, List<Long> orders);
}
