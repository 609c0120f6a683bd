package dev.holdfast.probes.verdict;

import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * By what an answer is known as that of a guard in front of a service: a firewall, a check for
 * robots. One list for every probe, so that none takes for the service's word what another does
 * not.
 */
public final class GuardMarks {
    /** Fields that only a guard sends, and only when it steps in. */
    private static final List<String> FIELDS =
            List.of(
                    "cf-mitigated",
                    "x-amzn-waf-action",
                    "x-sucuri-block",
                    "x-datadome",
                    "x-akamai-edgescape-block");

    private static final Pattern WORDS =
            Pattern.compile(
                    "web application firewall|\\bfirewall\\b|\\bwaf\\b|captcha|incident id"
                            + "|\\bray id\\b|attention required|checking your browser|just a moment"
                            + "|request (?:was |has been )?blocked|you have been blocked"
                            + "|requested url was rejected",
                    Pattern.CASE_INSENSITIVE);

    /** What only the script of a challenge says. */
    private static final Pattern SCRIPTS =
            Pattern.compile("_cf_chl_opt|gokuProps|captcha-delivery\\.com|id=[\"']?px-captcha\\b");

    /** What a whole page says that lets nobody through yet. */
    private static final Pattern CHALLENGE =
            Pattern.compile(
                    "checking your browser|just a moment|attention required"
                            + "|verif(?:y|ying) (?:that )?you are (?:a )?human"
                            + "|are you a (?:robot|human)"
                            + "|(?:solve|complete|enter|fill in) (?:the|this|a) captcha"
                            + "|enable javascript and cookies to continue"
                            + "|(?:your )?request (?:was |has been )?blocked|you have been blocked"
                            + "|requested url was rejected|\\bray id\\b"
                            + "|making sure you['\u2019]re not a bot"
                            + "|your support id is:?\\s{0,3}\\d{10}"
                            + "|incident id:?\\s{0,3}\\d{9,30}-\\d",
                    Pattern.CASE_INSENSITIVE);

    /** A challenge says little; a page of the service that speaks of one says more. */
    private static final int LITTLE_TEXT = 500;

    private static final int LARGEST_CHALLENGE = 100_000;

    private GuardMarks() {}

    /**
     * Why an answer of any status is a challenge or a block page in the place of the service's, or
     * nothing. Stricter than {@link #words}: a page that merely names a firewall or shows a captcha
     * beside its own form is not one.
     */
    public static Optional<String> inItsPlace(Response response) {
        // Of these one is also sent with what the guard let through.
        Optional<String> field =
                field(response)
                        .filter(name -> !name.equals("x-datadome") || !response.successful());
        if (field.isPresent()) {
            return field.map(name -> "the field " + name);
        }
        String page = Reading.of(response).text();
        if (page.length() > LARGEST_CHALLENGE) {
            return Optional.empty();
        }
        if (SCRIPTS.matcher(page).find()) {
            return Optional.of("the script of a challenge");
        }
        Document document = Jsoup.parse(page);
        String title = document.title();
        String text = document.text();
        boolean little = text.length() <= LITTLE_TEXT;
        Optional<String> markup = GuardPage.of(document, little);
        if (markup.isPresent()) {
            return markup;
        }
        Matcher words = CHALLENGE.matcher(text);
        return little && (title.equalsIgnoreCase("captcha") || words.find())
                ? Optional.of("its words \"" + (words.hasMatch() ? words.group() : title) + "\"")
                : Optional.empty();
    }

    /** The field that gives it away. */
    public static Optional<String> field(Response response) {
        return FIELDS.stream().filter(response.fields()::has).findFirst();
    }

    /** The words of its page that give it away; a page of the service may have them, too. */
    public static Optional<String> words(Response response) {
        Matcher words = WORDS.matcher(Reading.of(response).text());
        return words.find() ? Optional.of(words.group()) : Optional.empty();
    }
}
