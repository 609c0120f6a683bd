package dev.holdfast.probes.target;

import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.policy.PolicyItem;
import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the targets of {@code probes.targets}. */
public final class TargetReader {
    /**
     * The labels of environments in which something may be tried. Any other label, and none, is
     * taken for production: a word that nobody foresaw must not let a forged request through.
     */
    private static final Set<String> NOT_PRODUCTION =
            Set.of(
                    "staging",
                    "stage",
                    "test",
                    "testing",
                    "development",
                    "dev",
                    "preview",
                    "local",
                    "localhost",
                    "ci",
                    "qa",
                    "uat",
                    "demo",
                    "sandbox",
                    "lab",
                    "integration");

    private final Policy policy;
    private final Path directory;
    private final String name;

    private TargetReader(Policy policy, Path directory, String name) {
        this.policy = policy;
        this.directory = directory;
        this.name = name;
    }

    /** The names of the targets, in the order of the policy. */
    public static Set<String> names(Policy policy) {
        return policy.names("probes", "targets");
    }

    /**
     * A target.
     *
     * @param name as the command line has it: a name of the policy and nothing else, no address
     * @param directory the folder of the policy, from which files are named
     * @throws UserProblem when there is no such target, or what is said of it cannot be
     */
    public static Target read(Policy policy, Path directory, String name) {
        Set<String> names = names(policy);
        if (!names.contains(name)) {
            String known =
                    names.isEmpty()
                            ? "the policy names no target under probes.targets"
                            : "the policy has " + String.join(", ", new TreeSet<>(names));
            boolean builtIn = policy.reference().path().startsWith("builtin:");
            throw new UserProblem(
                    name.contains("/")
                            ? "--target takes a name of the policy and no address"
                            : builtIn
                                    ? "there is no target '"
                                            + name
                                            + "', for there is no policy file here"
                                    : "there is no target '"
                                            + name
                                            + "' in "
                                            + policy.reference().path(),
                    Nearest.of(name, names).map(near -> "did you mean '" + near + "'? ").orElse("")
                            + (builtIn
                                    ? "go where holdfast.yaml is, or name one with --policy"
                                    : known)
                            + "; only what the policy names is probed (docs/probes.md)");
        }
        return new TargetReader(policy, directory, name).target();
    }

    private Target target() {
        URI url = url();
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        Map<String, CallerIdentity> identities = identities();
        RouteReader reader = new RouteReader(identities.keySet());
        String environment = text("environment").orElse("production");
        return new Target(
                name,
                scheme,
                host(url.getHost()),
                url.getPort() == -1 ? (scheme.equals("https") ? 443 : 80) : url.getPort(),
                environment,
                !NOT_PRODUCTION.contains(environment.toLowerCase(Locale.ROOT)),
                text("owner"),
                Network.valueOf(text("network").orElse("public").toUpperCase(Locale.ROOT)),
                text("connect").map(each -> hostPort("connect", each)),
                text("plain").map(each -> hostPort("plain", each)),
                text("ca").map(this::file),
                flag("destructive"),
                new Limits(
                        number("limits", "rate").orElse(Limits.USUAL.rate()),
                        number("limits", "burst").orElse(Limits.USUAL.burst())),
                text("profile").orElse("asvs-l2"),
                headers(),
                cors(),
                identities,
                maintenance(),
                honeypot(),
                tokens(),
                items("routes").stream().map(reader::read).toList());
    }

    private URI url() {
        String text = text("url").orElseThrow(() -> missing("url"));
        try {
            URI url = new URI(text);
            boolean web =
                    "https".equalsIgnoreCase(url.getScheme())
                            || "http".equalsIgnoreCase(url.getScheme());
            String path = url.getRawPath();
            boolean alone =
                    (path == null || path.isEmpty() || path.equals("/"))
                            && url.getRawQuery() == null
                            && url.getRawFragment() == null
                            && url.getRawUserInfo() == null;
            if (web && alone && url.getHost() != null && url.getPort() <= 65_535) {
                return url;
            }
        } catch (URISyntaxException broken) {
            // Told below: the parser's message would repeat what may hold a password.
        }
        throw wrong("url", "is no http or https address of a host alone", "routes have the paths");
    }

    private static String host(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        return small.startsWith("[") ? small.substring(1, small.length() - 1) : small;
    }

    private HostPort hostPort(String key, String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= 65_535) {
                return new HostPort(host(text.substring(0, colon)), port);
            }
        } catch (NumberFormatException none) {
            // Told below.
        }
        throw wrong(key, "is not HOST:PORT", "for example 127.0.0.1:8443");
    }

    private Path file(String text) {
        Path file = directory.resolve(text);
        if (!Files.isRegularFile(file)) {
            throw wrong("ca", "names no file", "name a PEM file, from the policy's folder");
        }
        return file;
    }

    private Map<String, CallerIdentity> identities() {
        Map<String, CallerIdentity> identities = new LinkedHashMap<>();
        for (String each : policy.names("probes", "targets", name, "identities")) {
            if (each.equals(Target.ANONYMOUS)) {
                throw new UserProblem(
                        policy.reference().path()
                                + ": probes.targets."
                                + name
                                + ".identities: 'anonymous' is nobody and has no secret",
                        "give the identity another name");
            }
            identities.put(
                    each,
                    new CallerIdentity(
                            each,
                            header(each),
                            text("identities", each, "env").orElseThrow(() -> missing(each))));
        }
        return identities;
    }

    private String header(String identity) {
        String header = text("identities", identity, "header").orElseThrow(() -> missing(identity));
        Optional<String> fault = HeaderName.fault(header);
        if (fault.isPresent()) {
            String[] key = path("identities", identity, "header");
            throw new UserProblem(
                    policy.placeOf(key) + ": " + String.join(".", key) + " " + fault.get(),
                    HeaderName.HINT);
        }
        return header;
    }

    private Map<RouteClass, List<HeaderExpectation>> headers() {
        Map<RouteClass, List<HeaderExpectation>> all = new EnumMap<>(RouteClass.class);
        for (String word : policy.names(path("headers"))) {
            List<HeaderExpectation> expected = new ArrayList<>();
            for (String header : policy.names(path("headers", word))) {
                String[] base = path("headers", word, header);
                expected.add(
                        new HeaderExpectation(
                                header,
                                flag("headers", word, header, "absent"),
                                texts("headers", word, header, "anyOf"),
                                texts("headers", word, header, "contains"),
                                policy.reference().path() + ": " + String.join(".", base)));
            }
            all.put(RouteClass.ofWord(word).orElseThrow(() -> missing(word)), expected);
        }
        return all;
    }

    private Optional<CorsRules> cors() {
        return policy.isSet(path("cors", "origins"))
                ? Optional.of(new CorsRules(texts("cors", "origins"), flag("cors", "credentials")))
                : Optional.empty();
    }

    private Optional<MaintenanceRules> maintenance() {
        Set<RouteClass> down = classes("maintenance", "down");
        Set<RouteClass> up = classes("maintenance", "up");
        return down.isEmpty() && up.isEmpty()
                ? Optional.empty()
                : Optional.of(new MaintenanceRules(down, up));
    }

    private Set<RouteClass> classes(String... key) {
        Set<RouteClass> classes = new TreeSet<>();
        texts(key)
                .forEach(word ->
                        classes.add(RouteClass.ofWord(word).orElseThrow(() -> missing(word))));
        return classes;
    }

    private Optional<HoneypotRules> honeypot() {
        List<String> paths = texts("honeypot", "paths");
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new HoneypotRules(
                                paths, text("honeypot", "effect"), number("honeypot", "ban")));
    }

    private Optional<TokenRules> tokens() {
        Optional<String> refresh = text("tokens", "refresh", "path");
        Optional<String> logout = text("tokens", "logout", "path");
        if (refresh.isEmpty() && logout.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new TokenRules(
                        refresh,
                        text("tokens", "refresh", "env"),
                        text("tokens", "refresh", "field").orElse("refresh_token"),
                        text("tokens", "refresh", "access").orElse("access_token"),
                        number("tokens", "life", "access").orElse(3_600),
                        number("tokens", "life", "refresh").orElse(604_800),
                        logout,
                        text("tokens", "check", "path"),
                        text("tokens", "check", "canary"),
                        text("tokens", "logout", "env")));
    }

    private String[] path(String... key) {
        List<String> path = new ArrayList<>(List.of("probes", "targets", name));
        path.addAll(List.of(key));
        return path.toArray(String[]::new);
    }

    private Optional<String> text(String... key) {
        return policy.textIfSet(path(key));
    }

    private Optional<Integer> number(String... key) {
        return policy.isSet(path(key)) ? Optional.of(policy.number(path(key))) : Optional.empty();
    }

    private boolean flag(String... key) {
        return policy.isSet(path(key)) && policy.flag(path(key));
    }

    private List<String> texts(String... key) {
        return policy.isSet(path(key)) ? policy.texts(path(key)) : List.of();
    }

    private List<PolicyItem> items(String... key) {
        return policy.isSet(path(key)) ? policy.items(path(key)) : List.of();
    }

    private UserProblem wrong(String key, String what, String hint) {
        return new UserProblem(
                policy.placeOf(path(key)) + ": probes.targets." + name + "." + key + " " + what,
                hint);
    }

    private UserProblem missing(String key) {
        return wrong(key, "is missing or not known", "docs/probes.md has the whole form");
    }
}
