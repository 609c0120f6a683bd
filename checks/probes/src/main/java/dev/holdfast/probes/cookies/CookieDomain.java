package dev.holdfast.probes.cookies;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Finding;
import okhttp3.HttpUrl;

/** To which hosts a cookie goes. */
final class CookieDomain {
    private static final int LONGEST = 80;

    Finding judge(SetCookie cookie, Host host, Purpose purpose) {
        if (cookie.domain().isEmpty()) {
            return Finding.pass(CookieRules.DOMAIN, "goes to this host alone");
        }
        String domain = cookie.domain().get();
        String shown = "Domain=" + OneLine.of(domain, LONGEST);
        if (!host.name().equals(domain) && !host.name().endsWith("." + domain)) {
            return Finding.fail(
                            CookieRules.DOMAIN,
                            shown + " is not this host's, so browsers refuse it")
                    .as(Severity.MEDIUM);
        }
        if (!host.name().equals(domain) && suffix(domain)) {
            return Finding.fail(
                            CookieRules.DOMAIN,
                            shown + " is a public suffix, so browsers refuse it")
                    .as(Severity.MEDIUM);
        }
        if (purpose != Purpose.SESSION) {
            return Finding.pass(CookieRules.DOMAIN, shown + " on what is no session");
        }
        return host.name().equals(domain)
                ? Finding.fail(CookieRules.DOMAIN, shown + " gives it to every host below this one")
                : Finding.fail(
                                CookieRules.DOMAIN,
                                shown + " gives it to every sibling of this host")
                        .as(Severity.MEDIUM);
    }

    /** Whether nobody can own the domain (Public Suffix List). */
    private static boolean suffix(String domain) {
        HttpUrl url = HttpUrl.parse("https://" + domain + "/");
        return url == null || url.topPrivateDomain() == null;
    }
}
