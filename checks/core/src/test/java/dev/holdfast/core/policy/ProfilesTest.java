package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.Technology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    @TempDir private Path folder;

    @Test
    void everyTechnologyHasAProfileThatCanBeExtended() {
        Policies policies = new Policies(folder);
        for (String name : Profiles.names()) {
            policies.read("extends: [{builtin: " + name + "}]\n");
        }
        assertEquals(Technology.values().length + 1, Profiles.names().size());
    }

    @Test
    void everySetOfTechnologiesHasAPolicyThatIsAsStrictAsEachOfItsProfiles() throws IOException {
        PolicyReader reader = Policies.reader();
        KnownChecks checks = new KnownChecks(() -> Policies.CATALOGUE);
        Map<String, Layer> alone = new HashMap<>();
        for (String name : Profiles.names()) {
            PolicyFile file = PolicyFile.builtIn(name, Profiles.bytes(name));
            alone.put(name, new LayerReader(Policies.shape(), List.of(), checks).read(file));
        }
        int sets = 1 << Technology.values().length;
        for (int set = 0; set < sets; set++) {
            Stack stack = stack(set);
            Policy policy = reader.builtIn(stack);
            Settings settings = Settings.defaults(Policies.shape());
            for (String name : Profiles.of(stack)) {
                settings = settings.with(alone.get(name).settings());
            }
            for (String name : Profiles.of(stack)) {
                for (Setting said : said(alone.get(name).settings())) {
                    Lock lock = new Lock(said.key(), name, alone.get(name).settings());
                    assertEquals(
                            List.of(),
                            lock.loosenedBy(settings, checks::severity).stream()
                                    .map(each -> each.message(""))
                                    .toList(),
                            stack.technologies().toString());
                }
            }
            assertEquals(List.of("staging", "production"), policy.environments());
            assertEquals(
                    settings.all(),
                    policy.explain("").stream()
                            .filter(each -> !each.layer().contains(", through "))
                            .toList());
        }
    }

    @Test
    void nameAndNoteSayWhichProfilesAreInForce() throws IOException {
        Policy policy =
                Policies.reader().builtIn(stack(bit(Technology.NEXTJS) | bit(Technology.DOCKER)));
        assertEquals("builtin:base+nextjs+docker", policy.reference().path());
        assertTrue(policy.reference().sha256().matches("[0-9a-f]{64}"));
        assertEquals(
                List.of(
                        "no holdfast.yaml: the built-in profile base+nextjs+docker is in force"
                                + " (holdfast init writes a policy)"),
                policy.notes());
    }

    @Test
    void whatTheDetectionCouldNotLookAtIsSaidToo() throws IOException {
        Stack stack = new Stack(Map.of(), List.of(), List.of("package.json cannot be read"));
        Policy policy = Policies.reader().builtIn(stack);
        assertEquals("builtin:base", policy.reference().path());
        assertEquals("package.json cannot be read", policy.notes().getLast());
    }

    @Test
    void productionIsStricterThanStaging() throws IOException {
        Policy policy = Policies.reader().builtIn(stack(bit(Technology.NEXTJS)));
        assertTrue(
                policy.gate(Optional.of("production"))
                        .block()
                        .containsAll(policy.gate(Optional.of("staging")).block()));
        assertEquals(
                Set.of("secrets.bundle"),
                policy.gate(Optional.of("production")).requireChecks().stream()
                        .map(Object::toString)
                        .collect(Collectors.toSet()));
    }

    @Test
    void digestOfThePolicyChangesWithTheProfiles() throws IOException {
        PolicyReader reader = Policies.reader();
        assertEquals(
                2,
                Set.of(
                                reader.builtIn(stack(0)).reference().sha256(),
                                reader.builtIn(stack(bit(Technology.VITE))).reference().sha256())
                        .size());
    }

    private static List<Setting> said(Settings settings) {
        List<Setting> said = new ArrayList<>(settings.all());
        said.removeIf(each -> each.layer().equals(Settings.DEFAULT));
        return said;
    }

    private static int bit(Technology technology) {
        return 1 << technology.ordinal();
    }

    private static Stack stack(int set) {
        Map<Technology, List<String>> found = new EnumMap<>(Technology.class);
        for (Technology technology : Technology.values()) {
            if ((set & bit(technology)) != 0) {
                found.put(technology, List.of(""));
            }
        }
        return new Stack(found, List.of(), List.of());
    }
}
