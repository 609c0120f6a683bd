package dev.holdfast.core.policy;

import dev.holdfast.core.gate.GateRules;
import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.report.PolicyReference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The policy in force: all layers merged, all locks held. */
public final class Policy {
    private static final int LONGEST_KEY = 200;

    private final PolicyReference reference;
    private final Settings settings;
    private final KnownChecks checks;
    private final List<String> notes;

    Policy(PolicyReference reference, Settings settings, KnownChecks checks, List<String> notes) {
        this.reference = reference;
        this.settings = settings;
        this.checks = checks;
        this.notes = List.copyOf(notes);
    }

    /** Which policy this is. */
    public PolicyReference reference() {
        return reference;
    }

    /** What the reader of a report must know about this policy. */
    public List<String> notes() {
        return notes;
    }

    /** Where it makes checks count for less than they do of themselves, in words. */
    public List<String> lessThanUsual() {
        return LessThanUsual.notes(settings, checks);
    }

    /**
     * The gate of an environment, or the top one when none is named.
     *
     * @throws UserProblem when there is no such environment
     */
    public GateRules gate(Optional<String> environment) {
        Environments environments = new Environments(settings);
        Set<String> names = environments.names();
        if (environment.isPresent() && !names.contains(environment.get())) {
            String known =
                    names.isEmpty()
                            ? "the policy has no environments"
                            : "the policy has " + String.join(", ", names);
            throw new UserProblem(
                    "there is no environment '" + environment.get() + "' in " + reference.path(),
                    Nearest.of(environment.get(), names)
                                    .map(near -> "did you mean '" + near + "'? ")
                                    .orElse("")
                            + known);
        }
        return environments.gate(environment);
    }

    /** The names of the environments. */
    public List<String> environments() {
        return List.copyOf(new Environments(settings).names());
    }

    /** How findings are accepted one by one. */
    public WaiverRules waivers() {
        Map<Severity, Integer> days = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            days.put(severity, number("waivers", "maxDays", severity.word()));
        }
        return new WaiverRules(text("waivers", "file"), days);
    }

    /** How old findings are accepted together. */
    public BaselineRules baseline() {
        return new BaselineRules(
                text("baseline", "file"),
                flag("baseline", "ratchet"),
                texts("baseline", "neverFor").stream()
                        .map(word -> Severity.ofWord(word).orElseThrow())
                        .collect(Collectors.toSet()));
    }

    /** The severity that the policy gives a check, when it gives one. */
    public Optional<Severity> severity(CheckId check) {
        return settings.find(List.of("checks", check.value(), "severity"))
                .flatMap(setting -> Severity.ofWord(String.valueOf(setting.value())));
    }

    /** The setting that switches a check off, when one does. */
    public Optional<Setting> switchedOff(CheckId check) {
        return settings.find(List.of("checks", check.value(), "enabled"))
                .filter(setting -> setting.value().equals(false));
    }

    /** Globs of paths that no check looks at. */
    public List<String> excludes() {
        return texts("paths", "exclude");
    }

    /** A list of texts; the key must have a value or a default. */
    public List<String> texts(String... path) {
        return ((List<?>) value(path)).stream().map(String::valueOf).toList();
    }

    /** A list of mappings; the key must have a value or a default. */
    public List<PolicyItem> items(String... path) {
        return ((List<?>) value(path)).stream().map(PolicyItem.class::cast).toList();
    }

    /** The texts under the names that the policy gives them, in its order. */
    public Map<String, String> textsByName(String... path) {
        List<String> section = List.of(path);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : settings.names(section)) {
            List<String> key = new ArrayList<>(section);
            key.add(name);
            settings.find(key).ifPresent(each -> texts.put(name, String.valueOf(each.value())));
        }
        return texts;
    }

    /** The names of the user's that stand under a key, in the order of the layers. */
    public Set<String> names(String... path) {
        return settings.names(List.of(path));
    }

    /** A text, when somebody says one. */
    public Optional<String> textIfSet(String... path) {
        return settings.find(List.of(path)).map(each -> String.valueOf(each.value()));
    }

    /** A text. */
    public String text(String... path) {
        return String.valueOf(value(path));
    }

    /** The layer and the place that set a key, or "default". */
    public String placeOf(String... path) {
        return settings.find(List.of(path)).map(Setting::layer).orElse(Settings.DEFAULT);
    }

    /** A number. */
    public int number(String... path) {
        return (Integer) value(path);
    }

    /** A flag. */
    public boolean flag(String... path) {
        return (Boolean) value(path);
    }

    /** Whether a layer, and not the default, says something for that key. */
    public boolean isSet(String... path) {
        return settings.find(List.of(path))
                .filter(setting -> !setting.layer().equals("default"))
                .isPresent();
    }

    private Object value(String... path) {
        return settings.find(List.of(path))
                .map(Setting::value)
                .orElseThrow(() -> new IllegalArgumentException(String.join(".", path)));
    }

    /**
     * What is in force for a key and everything below it; all of it for the empty key. What an
     * environment inherits and, when asked for, what the checks say of themselves is there too.
     *
     * @throws UserProblem when no key in force starts like that
     */
    public List<Setting> explain(String key) {
        Settings effective = settings.filledWith(new Environments(settings).inherited());
        if (key.equals("checks") || key.startsWith("checks.")) {
            effective = effective.filledWith(checks.settings());
        }
        List<Setting> all = effective.all();
        List<Setting> below =
                all.stream().filter(each -> key.isEmpty() || isWithin(each.key(), key)).toList();
        if (below.isEmpty()) {
            throw new UserProblem(
                    "nothing is in force for the key '" + OneLine.of(key, LONGEST_KEY) + "'",
                    Nearest.ofKey(key, keys(all))
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("holdfast policy explain prints every key that is in force"));
        }
        return below;
    }

    private static boolean isWithin(String key, String upper) {
        return key.equals(upper) || key.startsWith(upper + ".");
    }

    /** Every key and the beginnings of keys that stand for all below them. */
    private static Set<String> keys(List<Setting> settings) {
        Set<String> keys = new LinkedHashSet<>();
        for (Setting setting : settings) {
            for (int i = 1; i <= setting.path().size(); i++) {
                keys.add(String.join(".", setting.path().subList(0, i)));
            }
        }
        return keys;
    }
}
