package dev.holdfast.simulator.window;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.window.theme.Scene;

/** One request of a buyer: the shop, the basket from the buyer's cookie, and what prices are shown in. */
record Visit(Shop shop, Exchange exchange, String token, Basket basket, Scene scene) {

    static final String COOKIE = "cart";

    String path(String within) {
        return scene.path(within);
    }

    Visit with(Basket other) {
        return new Visit(shop, exchange, token, other, scene);
    }

    /** Goes on to a page of the shop, with the cookie of the basket. */
    Answer goTo(String within) {
        return Answer.seeOther(path(within)).with("Set-Cookie", cookie());
    }

    /** Only of this shop: several may be behind one host name. */
    String cookie() {
        return COOKIE + "=" + token + "; Path=" + path("/") + "; HttpOnly; SameSite=Lax; Max-Age=1209600";
    }
}
