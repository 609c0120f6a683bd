package dev.holdfast.commands.report;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.report.Tool;
import java.io.IOException;
import java.util.List;

/** A page with one exhibit, for commands that show and do not judge. */
public final class ExhibitPage {

    private ExhibitPage() {}

    /**
     * The page.
     *
     * @param command the subcommand as typed, without options
     */
    public static String of(Exhibit exhibit, String command, Tool tool) throws IOException {
        HtmlText page = new HtmlText();
        HtmlFrame.open(page, exhibit.title() + " - holdfast " + command, "");
        page.raw("<header>\n<div class=\"inner\">\n<h1 class=\"brand\">Holdfast <span>")
                .text(command)
                .raw("</span></h1>\n</div>\n</header>\n<main>\n");
        HtmlExhibit.draw(page, List.of(exhibit));
        page.raw("</main>\n<footer>\n<p>Written by ")
                .text(tool.name() + " " + tool.version())
                .raw(".</p>\n</footer>\n</body>\n</html>\n");
        return page.toString();
    }
}
