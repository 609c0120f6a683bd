package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.engine.NeedleMatch;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.VariableMatch;
import dev.holdfast.secrets.env.EnvVariable;
import dev.holdfast.secrets.env.OpenVariables;
import dev.holdfast.secrets.rule.ValueHashes;
import dev.holdfast.secrets.rule.VariableNames;
import dev.holdfast.secrets.verify.KeyRing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what matches mean together: which are one finding, and which variable it came from. */
final class Interpreter {
    // What cannot be a secret although the variable's name says so.
    private static final Pattern NO_SECRET =
            Pattern.compile(
                    "|true|false|null|undefined|[-+]?[0-9.,]+|https?://[^:@]*(:[0-9]+)?(/[^:@]*)?");

    private final Map<Needle, EnvVariable> variables;
    private final OpenVariables open;
    private final FingerprintKey key;
    private final Map<EnvVariable, String> hashes = new ConcurrentHashMap<>();
    private final ValueHashes known;
    private final KeyRing ring;

    /**
     * An interpreter of matches.
     *
     * @param variables the variables whose values are looked for
     * @param open the other ones: their values may stand in the output, and name a token that turns
     *     out to be one (a key that is public by design)
     * @param ring what keeps the tokens that somebody is to be asked about
     */
    Interpreter(
            Map<Needle, EnvVariable> variables,
            List<EnvVariable> open,
            FingerprintKey key,
            KeyRing ring) {
        this.variables = variables;
        this.open = new OpenVariables(open);
        this.key = key;
        this.known = new ValueHashes(key);
        this.ring = ring;
    }

    /** One thing found: a match, with what is known of its variable and the hash of its value. */
    record Finding(Match match, String valueHash, Hit.@Nullable Named variable) {}

    /**
     * What the matches in a text are.
     *
     * @param length how many of the bytes count
     */
    List<Finding> findings(byte[] bytes, int length, List<Match> matches) {
        List<TokenMatch> tokens = only(matches, TokenMatch.class);
        List<NeedleMatch> needles =
                outermost(
                        only(matches, NeedleMatch.class).stream()
                                .filter(each -> variables.containsKey(each.needle()))
                                .toList());
        List<VariableMatch> named = longestNames(only(matches, VariableMatch.class));
        Spans<Span> secrets = Spans.of(secretSpans(tokens));
        Spans<NeedleMatch> needleSpans = Spans.ofMatches(needles);
        Spans<VariableMatch> names = Spans.ofMatches(named);
        List<Finding> findings = new ArrayList<>();
        for (TokenMatch token : tokens) {
            String hash = known.of(bytes, token);
            ring.offer(bytes, length, token, hash);
            findings.add(new Finding(token, hash, variable(bytes, token, needleSpans, names)));
        }
        for (NeedleMatch needle : needles) {
            // A token, or one of its parts, may hold the whole of it.
            if (!secrets.holds(needle.start(), needle.end())) {
                EnvVariable variable = variable(needle);
                findings.add(
                        new Finding(
                                needle,
                                hashes.computeIfAbsent(variable, each -> each.hash(key)),
                                named(needle)));
            }
        }
        Spans<TokenMatch> tokenSpans = Spans.ofMatches(tokens);
        for (VariableMatch variable : named) {
            int start = variable.start();
            int end = variable.end();
            boolean told =
                    tokenSpans.touching(start, end).isPresent()
                            || needleSpans.touching(start, end).isPresent();
            if (!told && isSecret(bytes, variable)) {
                findings.add(
                        new Finding(
                                variable,
                                known.of(bytes, start, end),
                                new Hit.Named(variable.name(), null, null)));
            }
        }
        return findings;
    }

    /**
     * What stands in a name. A value that is words does not count there: a page may be called like
     * it.
     */
    List<Finding> findingsInName(Engine engine, byte[] name) {
        return findings(name, name.length, inName(engine, name));
    }

    /** The runs of bytes of a name that may not be shown, in its order. */
    List<Span> secretsOfNames(Engine engine, byte[] name) {
        return secretSpans(inName(engine, name)).stream()
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    private List<Match> inName(Engine engine, byte[] name) {
        return engine.scan(name, name.length).stream()
                .filter(match ->
                        switch (match) {
                            case TokenMatch _ -> true;
                            case NeedleMatch found ->
                                    found.needle().edges() != Needle.Edges.WHOLE_WORD
                                            && variables.containsKey(found.needle());
                            case VariableMatch _ -> false;
                        })
                .toList();
    }

    /** Every run of bytes that may not be shown. */
    static List<Span> secretSpans(List<? extends Match> matches) {
        List<Span> spans = new ArrayList<>();
        for (Match match : matches) {
            spans.add(new Span(match.start(), match.end()));
            if (match instanceof TokenMatch token) {
                spans.addAll(token.parts());
            }
        }
        return spans;
    }

    private static boolean isSecret(byte[] bytes, VariableMatch variable) {
        return VariableNames.looksSecret(variable.name())
                && !NO_SECRET
                        .matcher(Latin1.text(bytes, variable.start(), variable.end()))
                        .matches();
    }

    private EnvVariable variable(NeedleMatch needle) {
        EnvVariable variable = variables.get(needle.needle());
        if (variable == null) {
            throw new IllegalStateException("a needle without its variable");
        }
        return variable;
    }

    private Hit.Named named(NeedleMatch needle) {
        EnvVariable variable = variable(needle);
        return new Hit.Named(variable.name(), variable.source(), needle.needle().encoding());
    }

    /** The variable of the token itself; of a pair whose id has none, that of its other half. */
    private Hit.@Nullable Named variable(
            byte[] bytes,
            TokenMatch token,
            Spans<NeedleMatch> needles,
            Spans<VariableMatch> names) {
        Optional<NeedleMatch> own = needles.touching(token.start(), token.end());
        if (own.isPresent()) {
            return named(own.get());
        }
        byte[] value = Arrays.copyOfRange(bytes, token.start(), token.end());
        Optional<EnvVariable> exact = open.of(value);
        if (exact.isPresent()) {
            return new Hit.Named(exact.get().name(), exact.get().source(), null);
        }
        Optional<VariableMatch> name = names.touching(token.start(), token.end());
        if (name.isPresent()) {
            return new Hit.Named(name.get().name(), null, null);
        }
        return token.parts().stream()
                .flatMap(part -> needles.touching(part.start(), part.end()).stream())
                .findFirst()
                .map(this::named)
                .orElse(null);
    }

    /** Of needles in needles the outer ones; of equal ones the first. Sorted by start. */
    private static List<NeedleMatch> outermost(List<NeedleMatch> needles) {
        List<NeedleMatch> kept = new ArrayList<>();
        int furthest = -1;
        for (NeedleMatch needle : needles) {
            if (needle.end() > furthest) {
                kept.add(needle);
                furthest = needle.end();
            }
        }
        return kept;
    }

    /** One name for each value: a prefix may stand inside another, PUBLIC_ in NEXT_PUBLIC_. */
    private static List<VariableMatch> longestNames(List<VariableMatch> named) {
        Map<Integer, VariableMatch> longest = new TreeMap<>();
        for (VariableMatch each : named) {
            longest.merge(
                    each.start(),
                    each,
                    (one, other) -> one.name().length() >= other.name().length() ? one : other);
        }
        return List.copyOf(longest.values());
    }

    private static <T extends Match> List<T> only(List<Match> matches, Class<T> kind) {
        return matches.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
