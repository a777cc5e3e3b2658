package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.DeliveryLocationGroupId;
import dev.holdfast.simulator.shop.state.Id.DeliveryMethodDefinitionId;
import dev.holdfast.simulator.shop.state.Id.DeliveryProfileId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which locations ship its variants and for how much; the default profile has every variant no other one has. */
public record DeliveryProfile(
        DeliveryProfileId id, String name, boolean isDefault, List<Group> groups, Instant createdAt, Instant updatedAt)
        implements Row {

    /**
     * Locations that share rates: one flat rate for everything that ships from any of them.
     *
     * @param rateMinor minor units of the shop's currency
     */
    public record Group(
            DeliveryLocationGroupId id,
            List<LocationId> locations,
            DeliveryMethodDefinitionId method,
            String rateName,
            long rateMinor) {

        public Group {
            locations = List.copyOf(locations);
        }

        public Group withLocations(List<LocationId> all) {
            return new Group(id, all, method, rateName, rateMinor);
        }
    }

    public DeliveryProfile {
        groups = List.copyOf(groups);
    }

    public Optional<Group> groupOf(LocationId location) {
        for (Group group : groups) {
            if (group.locations().contains(location)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    public DeliveryProfile with(String otherName, List<Group> all, Instant at) {
        return new DeliveryProfile(id, otherName, isDefault, all, createdAt, at);
    }
}
