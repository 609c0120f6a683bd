package dev.holdfast.core.policy;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one policy and, before it, what it extends; holds it against every lock. Used once. */
final class LayerReader {
    private static final String MEND = "holdfast policy schema prints what the file may say";
    private static final String TIGHTEN =
            "what is locked may be tightened only; the file that locks it says who decides";

    private final Shape.Keys shape;
    private final List<PolicySection> sections;
    private final KnownChecks checks;
    private final LockKeys lockKeys;
    private final Extending extending = new Extending();

    LayerReader(Shape.Keys shape, List<PolicySection> sections, KnownChecks checks) {
        this.shape = shape;
        this.sections = List.copyOf(sections);
        this.checks = checks;
        this.lockKeys = new LockKeys(shape, checks);
    }

    /**
     * Reads a policy.
     *
     * @throws UserProblem when anything in it or before it is invalid
     */
    Layer read(PolicyFile file) throws IOException {
        YamlNode root = StrictYaml.read(file.bytes(), file.name());
        stopOn(Validator.validate(root, shape, file.name()), MEND);
        stopOn(new Meaning(checks, file.name()).sizes(root), MEND);
        bring(root, file.name());

        extending.enter(file);
        Layer below = new Layer(file.name(), Settings.defaults(shape), List.of());
        for (YamlNode item : Values.items(Values.child(root, "extends"))) {
            below = extended(below, (YamlMapping) item, file.name());
        }
        extending.leave();
        // What it extends may bring checks that it names.
        stopOn(new Meaning(checks, file.name()).unknown(root), MEND);

        Settings settings = below.settings().with(root, node -> layer(file, node));
        YamlNode fallback = Values.child(root, "extends");
        List<PolicyProblem> problems = new ArrayList<>();
        for (Environments.Wrong wrong : new Environments(settings).wrong()) {
            YamlNode own = Values.at(root, wrong.setting().path());
            problems.add(
                    PolicyProblem.at(
                            file.name(),
                            own != null ? own : fallback != null ? fallback : root,
                            wrong.message() + (own != null ? "" : setBy(wrong.setting()))));
        }
        problems.addAll(lockKeys.unknown(Values.child(root, "lock"), settings, file.name()));
        stopOn(problems, MEND);
        stopOn(
                loosened(below.locks(), settings, root, fallback == null ? root : fallback, file),
                TIGHTEN);

        List<Lock> locks = new ArrayList<>(below.locks());
        for (YamlScalar key : Values.scalars(Values.child(root, "lock"))) {
            locks.add(new Lock(key.text(), file.name(), settings));
        }
        return new Layer(file.name(), settings, locks);
    }

    private void bring(YamlNode root, String file) {
        for (PolicySection section : sections) {
            YamlNode own = Values.child(root, section.key());
            if (own != null) {
                List<CheckInfo> brought = section.brings().checks(own, file);
                if (!brought.isEmpty()) {
                    checks.add(brought);
                }
            }
        }
    }

    /** What was extended so far with one more policy laid over it. */
    private Layer extended(Layer below, YamlMapping item, String file) throws IOException {
        Layer parent = read(extending.find(item));
        YamlNode keys = Values.child(item, "lock");
        stopOn(lockKeys.unknown(keys, parent.settings(), file), MEND);
        List<Lock> locks = new ArrayList<>(below.locks());
        locks.addAll(parent.locks());
        for (YamlScalar key : Values.scalars(keys)) {
            locks.add(new Lock(key.text(), parent.name(), parent.settings()));
        }
        Settings settings = below.settings().with(parent.settings());
        List<PolicyProblem> problems = new ArrayList<>();
        for (Lock lock : locks) {
            for (Lock.Loosened each : lock.loosenedBy(settings, checks::severity)) {
                problems.add(PolicyProblem.at(file, item, each.message(setBy(each.setting()))));
            }
        }
        stopOn(problems, TIGHTEN);
        return new Layer(file, settings, locks);
    }

    private List<PolicyProblem> loosened(
            List<Lock> locks,
            Settings settings,
            YamlNode root,
            YamlNode fallback,
            PolicyFile file) {
        List<PolicyProblem> problems = new ArrayList<>();
        for (Lock lock : locks) {
            for (Lock.Loosened each : lock.loosenedBy(settings, checks::severity)) {
                YamlNode own = Values.at(root, each.setting().path());
                problems.add(
                        own == null
                                ? PolicyProblem.at(
                                        file.name(), fallback, each.message(setBy(each.setting())))
                                : PolicyProblem.at(file.name(), own, each.message("")));
            }
        }
        return problems;
    }

    private static String layer(PolicyFile file, YamlNode node) {
        return file.isBuiltIn()
                ? file.name()
                : file.name() + ":" + node.line() + ":" + node.column();
    }

    private static String setBy(Setting setting) {
        return " (set by " + setting.layer() + ")";
    }

    private static void stopOn(List<PolicyProblem> problems, @Nullable String hint) {
        if (!problems.isEmpty()) {
            throw PolicyProblem.together(problems, hint);
        }
    }
}
