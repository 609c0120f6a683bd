package dev.holdfast.probes.browser;

import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words for what loads have shown. */
final class Told {
    private static final int FEW = 3;
    private static final int MOST = 200;

    private Told() {}

    /** The first of many, and how many more there are. */
    static String few(List<String> all) {
        String first = String.join("; ", all.stream().limit(FEW).toList());
        return all.size() > FEW ? first + "; and %d more".formatted(all.size() - FEW) : first;
    }

    static List<String> violations(List<Violation> violations) {
        return violations.stream().map(Violation::words).distinct().toList();
    }

    static List<Map<String, Object>> properties(List<Violation> violations) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Violation violation : violations.stream().limit(MOST).toList()) {
            Map<String, Object> one = new TreeMap<>();
            one.put("directive", violation.directive());
            one.put("blocked", violation.blocked());
            one.put("enforced", violation.enforced());
            one.put("source", violation.source());
            one.put("line", violation.line());
            all.add(one);
        }
        return all;
    }

    /** Why a load does not show all that the page does. */
    static List<String> missed(Loaded load) {
        List<String> missed = new ArrayList<>(load.missed());
        if (load.main().filter(MainDocument::cut).isPresent()) {
            missed.add("the page's body was not kept whole");
        }
        load.unmade().stream().filter(Unmade::tells).map(Unmade::words).forEach(missed::add);
        return missed.stream().distinct().toList();
    }

    static Finding with(Finding finding, Loaded load) {
        return finding.with(
                "notRequested",
                load.unmade().stream().map(Unmade::words).distinct().limit(MOST).toList());
    }
}
