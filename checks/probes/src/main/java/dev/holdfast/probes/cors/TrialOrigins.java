package dev.holdfast.probes.cors;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The origins that a wrong comparison with a right one would let in.
 *
 * @param base the right one
 */
record TrialOrigins(WebOrigin base) {
    private static final String FOREIGN_HOST = "evil.test";

    /** Development servers as their makers start them; the first are asked for everywhere. */
    private static final List<String> LOCAL =
            List.of(
                    "http://localhost:3000",
                    "http://127.0.0.1:3000",
                    "http://localhost",
                    "http://localhost:8080",
                    "http://localhost:5173");

    /** Hosts where anybody can publish a page with a script of their own; the first likewise. */
    private static final List<String> OPEN_TO_ANYBODY =
            List.of(
                    "https://codepen.io",
                    "https://anybody.github.io",
                    "https://jsfiddle.net",
                    "https://jsbin.com",
                    "https://anybody.netlify.app",
                    "https://anybody.vercel.app");

    private static final int EVERYWHERE = 2;

    /** Behind the host: an underscore and a backtick are taken by browsers, the rest by parsers. */
    private static final List<String> SPECIAL = List.of("_", "{", "`", "%60");

    /** All of them, most telling first. */
    List<TrialOrigin> all() {
        List<TrialOrigin> all = new ArrayList<>();
        all.add(TrialOrigin.NULL);
        all.add(prefix());
        suffixes(all);
        if (base.secure()) {
            all.add(
                    new TrialOrigin(
                            Kind.INSECURE,
                            new WebOrigin("http", base.host(), base.port()).toString()));
        }
        all.add(
                new TrialOrigin(
                        Kind.PORT,
                        base.on(base.port().equals(":8443") ? ":9443" : ":8443").toString()));
        known(Kind.LOCALHOST, LOCAL.subList(0, EVERYWHERE), all);
        known(Kind.THIRD_PARTY, OPEN_TO_ANYBODY.subList(0, EVERYWHERE), all);
        all.add(
                new TrialOrigin(
                        Kind.USERINFO,
                        base.on("").at(base.host() + "@" + FOREIGN_HOST).toString()));
        special(SPECIAL.subList(0, EVERYWHERE), all);
        all.add(new TrialOrigin(Kind.SEVERAL, "https://" + FOREIGN_HOST + ", " + base));
        String upper = base.host().toUpperCase(Locale.ROOT);
        if (!upper.equals(base.host())) {
            all.add(new TrialOrigin(Kind.CASE, base.at(upper).toString()));
        }
        return all;
    }

    /** More of the same, for a route that does tell origins apart. */
    List<TrialOrigin> more() {
        List<TrialOrigin> more = new ArrayList<>();
        known(Kind.LOCALHOST, LOCAL.subList(EVERYWHERE, LOCAL.size()), more);
        known(Kind.THIRD_PARTY, OPEN_TO_ANYBODY.subList(EVERYWHERE, OPEN_TO_ANYBODY.size()), more);
        special(SPECIAL.subList(EVERYWHERE, SPECIAL.size()), more);
        return more;
    }

    /** The commonest mistakes, for whatever else of the route may compare by itself. */
    List<TrialOrigin> commonest() {
        return base.named()
                ? List.of(TrialOrigin.NULL, prefix(), suffix())
                : List.of(TrialOrigin.NULL, prefix());
    }

    private void special(List<String> some, List<TrialOrigin> all) {
        some.forEach(mark ->
                all.add(
                        new TrialOrigin(
                                Kind.SPECIAL,
                                base.on("")
                                        .at(base.host() + mark + "." + FOREIGN_HOST)
                                        .toString())));
    }

    /** Those whose host is not the right one itself. */
    private void known(Kind kind, List<String> some, List<TrialOrigin> all) {
        for (String origin : some) {
            if (WebOrigin.of(origin).filter(each -> each.host().equals(base.host())).isEmpty()) {
                all.add(new TrialOrigin(kind, origin));
            }
        }
    }

    /** What tells a comparison that looks only at the beginning. */
    TrialOrigin prefix() {
        return new TrialOrigin(
                Kind.PREFIX, base.on("").at(base.host() + "." + FOREIGN_HOST).toString());
    }

    /** What tells a comparison that looks only at the end. */
    TrialOrigin suffix() {
        return new TrialOrigin(Kind.SUFFIX, base.at("evil" + base.host()).toString());
    }

    private void suffixes(List<TrialOrigin> all) {
        if (!base.named()) {
            return;
        }
        all.add(suffix());
        base.parent()
                .ifPresent(parent -> {
                    all.add(
                            new TrialOrigin(
                                    Kind.SUFFIX_OF_DOMAIN, base.at("evil" + parent).toString()));
                    all.add(new TrialOrigin(Kind.SIBLING, base.at("sibling." + parent).toString()));
                });
        all.add(new TrialOrigin(Kind.BELOW, base.at("x." + base.host()).toString()));
        for (int dot : dots()) {
            String host = base.host().substring(0, dot) + "x" + base.host().substring(dot + 1);
            all.add(new TrialOrigin(Kind.DOT, base.at(host).toString()));
        }
    }

    /** The first dot, and the one before the domain that is most likely registered. */
    private Set<Integer> dots() {
        Set<Integer> dots = new LinkedHashSet<>();
        int first = base.host().indexOf('.');
        dots.add(first);
        int second = base.host().lastIndexOf('.', base.host().lastIndexOf('.') - 1);
        if (second > 0) {
            dots.add(second);
        }
        return dots;
    }

    /**
     * Whether a service that lets in one origin lets in the other by the same mistake, so that the
     * other is no mistake of its own.
     */
    boolean implies(TrialOrigin accepted, TrialOrigin other) {
        String end = base.host() + base.port();
        String parentEnd = base.parent().orElse(base.host()) + base.port();
        return switch (accepted.kind()) {
            case FOREIGN -> true;
            case PREFIX ->
                    other.kind() != Kind.PREFIX && other.value().startsWith(base.on("").toString());
            case SUFFIX -> other.kind() != Kind.SUFFIX_OF_DOMAIN && other.value().endsWith(end);
            case SUFFIX_OF_DOMAIN -> other.value().endsWith(parentEnd);
            case SIBLING ->
                    other.kind() != Kind.INSECURE && other.value().endsWith("." + parentEnd);
            default -> false;
        };
    }
}
