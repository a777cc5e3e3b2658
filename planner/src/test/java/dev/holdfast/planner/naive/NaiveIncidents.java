package dev.holdfast.planner.naive;

import dev.holdfast.planner.Incident;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.VariantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What needs a person. */
final class NaiveIncidents {

    private final NaiveShop shop;
    private final NaivePlan plan;
    private final Map<NaiveLine, Long> oversold = new HashMap<>();

    NaiveIncidents(NaiveShop shop, NaivePlan plan) {
        this.shop = shop;
        this.plan = plan;
    }

    List<Incident> all() {
        plan.variants().forEach(this::oversoldByPolicy);
        shop.told.offers().forEach(this::oversoldByOffer);
        List<Incident> incidents = new ArrayList<>();
        for (VariantId variant : plan.variants()) {
            for (NaiveLine line : shop.queue(variant).reversed()) {
                add(incidents, Incident.Kind.OVERSOLD, line, oversold.getOrDefault(line, 0L));
            }
        }
        for (VariantId variant : plan.variants()) {
            for (NaiveLine line : shop.queue(variant)) {
                add(incidents, Incident.Kind.SHORT, line, count(line, NaiveFill.Want::isShort));
            }
        }
        incidents.addAll(shop.overReceipts);
        return incidents;
    }

    private static void add(List<Incident> incidents, Incident.Kind kind, NaiveLine line, long units) {
        if (units > 0) {
            incidents.add(new Incident(kind, line.told.variant(), line.told.id(), units, ""));
        }
    }

    private void oversoldByPolicy(VariantId variant) {
        List<NaiveLine> withoutOffer = new ArrayList<>();
        for (NaiveLine line : shop.queue(variant)) {
            if (line.offer() == null) {
                withoutOffer.add(line);
            }
        }
        switch (shop.policy(variant)) {
            case Policy.Deny _ ->
                withoutOffer.forEach(line -> oversold.put(line, count(line, NaiveIncidents::isOffStock)));
            case Policy.Incoming _ ->
                withoutOffer.forEach(line ->
                        oversold.put(line, count(line, want -> !want.isFirm() && want.got == null)));
            case Policy.Backorder(Long limit) -> {
                if (limit != null) {
                    beyond(limit, withoutOffer);
                }
            }
        }
    }

    private void beyond(long limit, List<NaiveLine> queue) {
        long tooMany = -limit;
        for (NaiveLine line : queue) {
            tooMany += count(line, NaiveIncidents::isOffStock);
        }
        for (NaiveLine line : queue.reversed()) {
            long units = Math.min(Math.max(0, tooMany), count(line, NaiveIncidents::isOffStock));
            oversold.put(line, units);
            tooMany -= units;
        }
    }

    private static boolean isOffStock(NaiveFill.Want want) {
        return !want.isFirm() && !want.isOnStock();
    }

    private void oversoldByOffer(Offer offer) {
        List<NaiveLine> queue = new ArrayList<>();
        for (NaiveLine line : shop.lines) {
            if (offer.id().equals(line.offer())) {
                queue.add(line);
            }
        }
        queue.sort(shop.order::lines);
        long tooMany = offer.cap() == null ? 0 : shop.accepted(offer.id()) - offer.cap();
        for (NaiveLine line : queue) {
            if (NaiveAcceptance.isClosed(offer, line)) {
                long units = count(line, want -> !want.isFirm());
                oversold.put(line, units);
                tooMany -= units;
            }
        }
        for (NaiveLine line : queue.reversed()) {
            if (!NaiveAcceptance.isClosed(offer, line)) {
                long units = Math.min(Math.max(0, tooMany), count(line, want -> !want.isFirm()));
                oversold.put(line, units);
                tooMany -= units;
            }
        }
    }

    private long count(NaiveLine line, Predicate<NaiveFill.Want> which) {
        return plan.fill(line.told.variant()).of(line).stream().filter(which).count();
    }
}
