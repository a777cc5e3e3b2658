package dev.holdfast.backlog.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The report as one page that needs nothing but a browser: styles, scripts, the chart library and all data are in it. */
public final class HtmlReport {

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    private HtmlReport() {}

    public static void write(BacklogReport report, OutputStream out) throws IOException {
        String[] page = resource("page.html").split("<!--(?=STYLE|CHART|SCRIPT|DATA|TEXT)", -1);
        for (String part : page) {
            int end = part.indexOf("-->");
            String mark = page[0].equals(part) ? "" : part.substring(0, end);
            switch (mark) {
                case "STYLE" -> put(out, resource(UPLOT + "dist/uPlot.min.css") + resource("page.css"));
                case "CHART" ->
                    put(
                            out,
                            "/*\n" + resource(UPLOT + "LICENSE") + "*/\n" + resource(UPLOT + "dist/uPlot.iife.min.js"));
                case "SCRIPT" -> put(out, resource("page.js"));
                case "DATA" -> PageData.write(report, out);
                case "TEXT" -> put(out, escaped(TerminalReport.of(report, 100, false)));
                default -> put(out, part);
            }
            if (!mark.isEmpty()) {
                put(out, part.substring(end + 3));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
