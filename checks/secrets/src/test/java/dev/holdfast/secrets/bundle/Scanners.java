package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.rule.RuleSet;
import dev.holdfast.secrets.verify.KeyRing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Scanners for tests that look at single files. */
final class Scanners {

    private Scanners() {}

    static Engine engine() {
        return Engine.of(RuleSet.firstClass().recognizers(), List.of());
    }

    /** Tells tokens only, without variables. */
    static Interpreter interpreter() {
        return new Interpreter(Map.of(), List.of(), Fixture.KEY, KeyRing.closed());
    }

    static SecretSearch search(Engine engine) {
        return new SecretSearch(engine, interpreter(), 1, 0, List.of());
    }

    static FileScanner plain(Path root) {
        return new FileScanner(search(engine()), root, 4_096L << 20);
    }
}
