package dev.holdfast.commands.report;

import java.util.List;
import java.util.Locale;

/** Draws how many results were not good in the last runs, as bars with the numbers in words. */
final class TrendChart {
    private static final int HEIGHT = 72;
    private static final int STEP = 18;
    private static final int BAR = 12;

    private TrendChart() {}

    static void draw(HtmlText page, TrendHistory trend) {
        List<TrendHistory.Run> runs = trend.runs();
        if (runs.size() < 2) {
            return;
        }
        int most = Math.max(1, runs.stream().mapToInt(TrendChart::bad).max().orElse(1));
        int width = runs.size() * STEP;
        page.raw("<section class=\"trend\" aria-labelledby=\"trend\">\n<h2 id=\"trend\">The last ")
                .text(String.valueOf(runs.size()))
                .raw(" runs</h2>\n<svg role=\"img\" width=\"" + width + "\" height=\"")
                .raw((HEIGHT + 2) + "\" viewBox=\"0 0 " + width + " " + (HEIGHT + 2))
                .raw("\" aria-label=\"")
                .text("failing in each run, oldest first: " + fails(runs))
                .raw("\">\n");
        int x = 0;
        for (TrendHistory.Run run : runs) {
            int fail = scaled(run.fail(), most);
            int all = scaled(bad(run), most);
            bar(page, "open", x, HEIGHT - all, all - fail);
            bar(page, "fail", x, HEIGHT - fail, fail);
            bar(page, "base", x, HEIGHT, 2);
            x += STEP;
        }
        page.raw("</svg>\n<p class=\"legend\">").text(change(runs)).raw("</p>\n");
        page.raw("<p class=\"legend\"><span class=\"key fail\">failing</span> ")
                .raw("<span class=\"key open\">not decided</span></p>\n</section>\n");
    }

    private static int bad(TrendHistory.Run run) {
        return run.fail() + run.unknown() + run.error();
    }

    private static String change(List<TrendHistory.Run> runs) {
        int now = runs.getLast().fail();
        int before = runs.get(runs.size() - 2).fail();
        String change =
                now == before
                        ? "as many as in the run before"
                        : Math.abs(now - before)
                                + (now < before ? " fewer" : " more")
                                + " than in the run before";
        return now + " failing now, " + change;
    }

    private static String fails(List<TrendHistory.Run> runs) {
        return String.join(", ", runs.stream().map(run -> String.valueOf(run.fail())).toList());
    }

    /** At least one pixel for anything that is there. */
    private static int scaled(int count, int most) {
        return (int) Math.ceil((double) count * HEIGHT / most);
    }

    private static void bar(HtmlText page, String kind, int x, int y, int height) {
        if (height > 0) {
            page.raw(
                    String.format(
                            Locale.ROOT,
                            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                            kind,
                            x,
                            y,
                            BAR,
                            height));
        }
    }
}
