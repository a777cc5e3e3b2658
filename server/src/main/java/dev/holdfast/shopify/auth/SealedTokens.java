package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.secrets.SealedRows;
import dev.holdfast.platform.secrets.Secrets;
import dev.holdfast.shopify.ShopRegistry;
import org.jspecify.annotations.Nullable;

/** Seals tokens again after the key was rotated. */
final class SealedTokens implements SealedRows {
    private final Database database;
    private final ShopRegistry shops;

    SealedTokens(Database database, ShopRegistry shops) {
        this.database = database;
        this.shops = shops;
    }

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public int sealAgain(Secrets secrets) {
        return shops.installed().stream()
                .mapToInt(shop -> sealAgain(secrets, shop, "access_token", Connections.accessPlace(shop))
                        + sealAgain(secrets, shop, "refresh_token", Connections.refreshPlace(shop)))
                .sum();
    }

    private int sealAgain(Secrets secrets, ShopId shop, String column, String place) {
        return database.inShop(shop, sql -> {
            byte @Nullable [] sealed = sql.sql(
                            "select %s from shopify_connection where shop_id = :shop for update".formatted(column))
                    .param("shop", shop.value())
                    .query((row, _) -> row.getBytes(1))
                    .optional()
                    .orElse(null);
            if (sealed == null || secrets.isCurrent(sealed)) {
                return 0;
            }
            return sql.sql("update shopify_connection set %s = :sealed where shop_id = :shop".formatted(column))
                    .param("sealed", secrets.seal(secrets.open(sealed, place), place))
                    .param("shop", shop.value())
                    .update();
        });
    }
}
