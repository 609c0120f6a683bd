package dev.holdfast.probes.verdict;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Knows the page of a guard by its markup. The same words in the text of a page are none: an
 * article may speak of them, and what a guard lets through may carry its scripts.
 */
final class GuardPage {
    private static final Pattern TITLES =
            Pattern.compile(
                    "attention required! .{1,3} cloudflare"
                            + "|sucuri website firewall - access denied",
                    Pattern.CASE_INSENSITIVE);

    /** Only a challenge loads these. */
    private static final String CHALLENGE_FILES =
            "script[src*=/.within.website/x/cmd/anubis/], link[href*=/.within.website/x/xess/]";

    private static final String CHALLENGE_PLACE = "#sec-if-cpt-container";

    /** A challenge has these and nothing else; pages that were let through may have them, too. */
    private static final String GUARD_FILES =
            "script[src*=/TSPD/], [src*=_Incapsula_Resource], iframe[src*=_Incapsula_Resource]";

    private static final Pattern CHALLENGE_SCRIPT = Pattern.compile("sucuri_cloudproxy_js");
    private static final Pattern GUARD_SCRIPT = Pattern.compile("\\bbobcmd\\b");
    private static final String OWN = "a[href], form, img, video, link[href], [src]";

    private GuardPage() {}

    /**
     * Why a document is one, for a report.
     *
     * @param little whether it has as little text as a challenge
     */
    static Optional<String> of(Document document, boolean little) {
        if (TITLES.matcher(document.title()).matches()) {
            return Optional.of("its title \"" + document.title() + "\"");
        }
        if (document.selectFirst(CHALLENGE_FILES) != null
                || (little && document.selectFirst(CHALLENGE_PLACE) != null)) {
            return Optional.of("the script of a challenge");
        }
        if (!little) {
            return Optional.empty();
        }
        Optional<String> script = script(document, CHALLENGE_SCRIPT);
        if (script.isEmpty() && nothingElse(document)) {
            script =
                    document.selectFirst(GUARD_FILES) == null
                            ? script(document, GUARD_SCRIPT)
                            : Optional.of("the script of a guard");
        }
        return script;
    }

    private static boolean nothingElse(Document document) {
        return document.select(OWN).stream().allMatch(each -> each.is(GUARD_FILES));
    }

    private static Optional<String> script(Document document, Pattern words) {
        for (Element each : document.select("script")) {
            Matcher found = words.matcher(each.data());
            if (found.find()) {
                return Optional.of("the script of a guard with " + found.group());
            }
        }
        return Optional.empty();
    }
}
