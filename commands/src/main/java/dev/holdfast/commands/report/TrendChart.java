package dev.holdfast.commands.report;

import java.util.List;
import java.util.Locale;

/** Draws how many results failed in the last runs, as bars with a table beside them. */
final class TrendChart {
    private static final int HEIGHT = 60;
    private static final int STEP = 20;

    private TrendChart() {}

    static void draw(HtmlText page, TrendHistory trend) {
        List<TrendHistory.Run> runs = trend.runs();
        if (runs.size() < 2) {
            return;
        }
        int most =
                runs.stream()
                        .mapToInt(run -> run.fail() + run.unknown() + run.error())
                        .max()
                        .orElse(0);
        page.raw("<section aria-labelledby=\"trend\">\n<h2 id=\"trend\">The last ")
                .text(String.valueOf(runs.size()))
                .raw(" runs</h2>\n<svg class=\"trend\" role=\"img\" width=\"")
                .raw(String.valueOf(runs.size() * STEP))
                .raw("\" height=\"" + (HEIGHT + 2) + "\" aria-label=\"")
                .text("failing results: " + fails(runs))
                .raw("\">\n");
        int x = 0;
        for (TrendHistory.Run run : runs) {
            int fail = scaled(run.fail(), most);
            int open = scaled(run.unknown() + run.error(), most);
            bar(page, "fail", x, HEIGHT - fail, fail);
            bar(page, "open", x, HEIGHT - fail - open, open);
            bar(page, "base", x, HEIGHT, 2);
            x += STEP;
        }
        page.raw("</svg>\n<p class=\"legend\">failing results in the last runs, oldest first: ")
                .text(fails(runs))
                .raw("</p>\n</section>\n");
    }

    private static String fails(List<TrendHistory.Run> runs) {
        return String.join(", ", runs.stream().map(run -> String.valueOf(run.fail())).toList());
    }

    private static int scaled(int count, int most) {
        return most == 0 ? 0 : (int) Math.ceil((double) count * HEIGHT / most);
    }

    private static void bar(HtmlText page, String kind, int x, int y, int height) {
        page.raw(
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                        kind,
                        x,
                        Math.max(0, y),
                        STEP - 6,
                        height));
    }
}
