package dev.holdfast.report;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.report.Difference.Cause;
import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.Facts;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.mirror.ReadTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One kind of things of one shop, ours beside Shopify's, as of one instant: what we read later, or changed there later, is not judged. */
final class Comparison<T> {
    private static final int MOST_IN_A_SENTENCE = 5;

    private final Database database;
    private final ShopId shop;
    private final Mirror<T> mirror;
    private final Instant asOf;
    private final InstantSource clock;
    private final Set<Long> seen = new HashSet<>();
    private final Map<Long, Facts> theirs = new HashMap<>();
    private final Map<Long, String> oddities = new TreeMap<>();

    Comparison(Database database, ShopId shop, Mirror<T> mirror, Instant asOf, InstantSource clock) {
        this.database = database;
        this.shop = shop;
        this.mirror = mirror;
        this.asOf = asOf;
        this.clock = clock;
    }

    /** Looks at some of Shopify's; only what differs is kept in mind. */
    void look(List<Branch> branches) {
        var facts = new HashMap<Long, Facts>();
        for (var branch : branches) {
            var thing = mirror.read(branch, asOf);
            facts.put(mirror.id(thing), mirror.facts(thing));
            mirror.oddity(branch).ifPresent(words -> oddities.put(mirror.id(thing), words));
        }
        seen.addAll(facts.keySet());
        var ours = ours(facts.keySet());
        facts.forEach((id, fact) -> {
            if (differs(ours.get(id), fact)) {
                theirs.put(id, fact);
            }
        });
    }

    Mirror<T> mirror() {
        return mirror;
    }

    /** How many Shopify has. */
    long compared() {
        return seen.size();
    }

    /** Ids of what differs still, now that all was looked at and what was on its way has arrived. */
    Set<Long> suspects() {
        var suspects = new TreeSet<Long>();
        var ours = ours(theirs.keySet());
        theirs.forEach((id, fact) -> {
            if (differs(ours.get(id), fact)) {
                suspects.add(id);
            }
        });
        ours(surplus()).forEach((id, own) -> {
            if (isJudged(own)) {
                suspects.add(id);
            }
        });
        return suspects;
    }

    private Set<Long> surplus() {
        var surplus = new TreeSet<Long>();
        surplus.addAll(database.inShop(shop, sql -> mirror.known(sql, shop)));
        surplus.removeAll(seen);
        return surplus;
    }

    /**
     * What differs of these.
     *
     * @param fresh what Shopify has under some of their ids now; for the others its file has to do
     * @param since by Shopify's clock: what changed there since then is not judged, nor what went since its file
     */
    List<Difference> differences(Set<Long> suspects, Map<Long, Optional<T>> fresh, Instant since) {
        var ours = ours(suspects);
        var found = new ArrayList<Difference>();
        for (var id : suspects) {
            var own = ours.get(id);
            var again = fresh.get(id);
            var fact = again == null ? theirs.get(id) : again.map(mirror::facts).orElse(null);
            if (fact == null) {
                if (own != null && !seen.contains(id) && isJudged(own)) {
                    found.add(notThere(id, own));
                }
            } else if (isOlder(id, fact, since) && differs(own, fact)) {
                found.add(
                        own == null ? notHere(id, fact) : seen.contains(id) ? other(id, own, fact) : notThere(id, own));
            }
        }
        oddities.forEach((id, words) -> found.add(new Difference(mirror.name(), id, Cause.BY_HAND, words)));
        return found;
    }

    /** Whether Shopify has had it so since before its file. */
    private boolean isOlder(long id, Facts fact, Instant since) {
        var inFile = theirs.get(id);
        boolean asInFile = inFile == null || inFile.values().equals(fact.values());
        return mirror.tellsChanges() ? fact.updatedAt().isBefore(since) : asInFile;
    }

    private Difference notThere(long id, Facts own) {
        return new Difference(
                mirror.name(),
                id,
                Cause.NOT_THERE,
                "We know %s, and Shopify does not have it among the present ones.".formatted(own.label()));
    }

    private Map<Long, Facts> ours(Set<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.inShop(shop, sql -> mirror.load(sql, shop, ids)).stream()
                .collect(Collectors.toMap(mirror::id, mirror::facts));
    }

    private boolean differs(@Nullable Facts own, Facts fact) {
        return own == null
                ? !fact.values().isEmpty()
                : isJudged(own) && !own.values().equals(fact.values());
    }

    /** What was read since is newer than the file, unless it says that it was read after now. */
    private boolean isJudged(Facts own) {
        return own.readAt().isBefore(asOf) || own.readAt().isAfter(ReadTimes.latest(clock.instant()));
    }

    private Difference notHere(long id, Facts fact) {
        return new Difference(
                mirror.name(), id, Cause.NOT_HERE, "Shopify has %s, and we do not know it.".formatted(fact.label()));
    }

    private Difference other(long id, Facts own, Facts fact) {
        var names = new TreeSet<>(own.values().keySet());
        names.addAll(fact.values().keySet());
        var parts = names.stream()
                .filter(name ->
                        !Objects.equals(own.values().get(name), fact.values().get(name)))
                .map(name -> "%s is %s in Shopify and %s here".formatted(name, shown(fact, name), shown(own, name)))
                .toList();
        var more =
                parts.size() > MOST_IN_A_SENTENCE ? ", and %d more".formatted(parts.size() - MOST_IN_A_SENTENCE) : "";
        var sentence = fact.label() + ": "
                + parts.stream().limit(MOST_IN_A_SENTENCE).collect(Collectors.joining("; ")) + more + ".";
        return new Difference(mirror.name(), id, cause(own, fact), sentence);
    }

    private Cause cause(Facts own, Facts fact) {
        if (!mirror.tellsChanges()) {
            return Cause.OTHER_HERE;
        }
        return fact.updatedAt().isAfter(own.updatedAt()) ? Cause.OLD_HERE : Cause.CHANGED_HERE;
    }

    private static String shown(Facts facts, String name) {
        return facts.values().getOrDefault(name, "nothing");
    }
}
