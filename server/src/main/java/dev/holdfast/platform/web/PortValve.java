package dev.holdfast.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/** Keeps the operator's pages off the world's port, and everything else off the operator's. */
final class PortValve extends ValveBase {

    private final Supplier<@Nullable Connector> operator;

    PortValve(Supplier<@Nullable Connector> operator) {
        super(true);
        this.operator = operator;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean toOperator = request.getConnector().equals(operator.get());
        boolean operatorPage = TwoPorts.OPERATOR_PAGES.contains(request.getDecodedRequestURI());
        if (toOperator == operatorPage) {
            getNext().invoke(request, response);
        } else {
            response.setStatus(404);
            response.setContentType("application/problem+json");
            response.getOutputStream().print("{\"title\":\"Not Found\",\"status\":404}");
        }
    }
}
