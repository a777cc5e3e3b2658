package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.DeliveryProfile;
import dev.holdfast.simulator.shop.state.DeliveryProfile.Group;
import dev.holdfast.simulator.shop.state.Id.DeliveryLocationGroupId;
import dev.holdfast.simulator.shop.state.Id.DeliveryMethodDefinitionId;
import dev.holdfast.simulator.shop.state.Id.DeliveryProfileId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who ships what for how much. A flat rate is charged once per group that an order ships from. */
public final class DeliveryProfiles {

    private final World world;
    private final Sellable sellable;

    /** A group to make. */
    public record NewGroup(List<LocationId> locations, String rateName, long rateMinor) {

        public NewGroup {
            locations = List.copyOf(locations);
        }
    }

    /** What to change of a group. */
    public record GroupChange(
            DeliveryLocationGroupId id,
            List<LocationId> add,
            List<LocationId> remove,
            @Nullable Long rateMinor) {

        public GroupChange {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    /** What to change of a profile; null leaves the name. */
    public record Change(
            @Nullable String name,
            List<NewGroup> create,
            List<GroupChange> update,
            List<DeliveryLocationGroupId> delete,
            List<ProductVariantId> associate,
            List<ProductVariantId> dissociate) {

        public Change {
            create = List.copyOf(create);
            update = List.copyOf(update);
            delete = List.copyOf(delete);
            associate = List.copyOf(associate);
            dissociate = List.copyOf(dissociate);
        }

        public static Change update(GroupChange group) {
            return new Change(null, List.of(), List.of(group), List.of(), List.of(), List.of());
        }
    }

    DeliveryProfiles(World world, Sellable sellable) {
        this.world = world;
        this.sellable = sellable;
    }

    public Table<DeliveryProfile> all() {
        return world.tables.profiles;
    }

    public DeliveryProfile profileOf(Variant variant) {
        return sellable.profileOf(variant);
    }

    /** {@code deliveryProfileCreate}. */
    public Result<DeliveryProfile> create(String name, List<NewGroup> groups, List<ProductVariantId> variants) {
        return world.write(() -> {
            if (name.isBlank()) {
                return Result.refused(UserError.at("profile.name", "Name can't be blank", null));
            }
            DeliveryProfile made = make(name, false, groups);
            variants.forEach(variant -> world.tables.profileOfVariant.put(
                    variant.number(), made.id().number()));
            return Result.done(made);
        });
    }

    /** {@code deliveryProfileUpdate}. */
    public Result<DeliveryProfile> update(DeliveryProfileId id, Change change) {
        return world.write(() -> {
            DeliveryProfile before = world.tables.profiles.find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("id", "The delivery profile could not be found.", null));
            }
            List<Group> groups = new ArrayList<>(before.groups());
            groups.removeIf(group -> change.delete().contains(group.id()));
            for (int at = 0; at < change.update().size(); at++) {
                GroupChange wanted = change.update().get(at);
                if (groups.stream().noneMatch(group -> group.id().equals(wanted.id()))) {
                    return Result.refused(UserError.at(
                            "profile.locationGroupsToUpdate." + at + ".id",
                            "The location group could not be found.",
                            null));
                }
                groups.replaceAll(group -> group.id().equals(wanted.id()) ? changed(group, wanted) : group);
            }
            change.create().forEach(group -> groups.add(group(group)));
            List<LocationId> places =
                    groups.stream().flatMap(group -> group.locations().stream()).toList();
            if (places.stream().distinct().count() != places.size()) {
                return Result.refused(
                        UserError.at("profile", "A location can only be in one group of a profile.", null));
            }
            DeliveryProfile after =
                    before.with(change.name() == null ? before.name() : change.name(), groups, world.now());
            world.tables.profiles.put(after);
            associate(after, change);
            world.emit(Topic.PROFILES_UPDATE, new Subject.ProfileChanged(after));
            return Result.done(after);
        });
    }

    DeliveryProfile make(String name, boolean isDefault, List<NewGroup> groups) {
        Instant now = world.now();
        DeliveryProfile made = new DeliveryProfile(
                new DeliveryProfileId(world.nextId()),
                name,
                isDefault,
                groups.stream().map(this::group).toList(),
                now,
                now);
        world.tables.profiles.put(made);
        return made;
    }

    private void associate(DeliveryProfile profile, Change change) {
        for (ProductVariantId variant : change.associate()) {
            if (profile.isDefault()) {
                world.tables.profileOfVariant.remove(variant.number());
            } else {
                world.tables.profileOfVariant.put(variant.number(), profile.id().number());
            }
        }
        change.dissociate()
                .forEach(variant -> world.tables.profileOfVariant.remove(
                        variant.number(), profile.id().number()));
    }

    private Group group(NewGroup wanted) {
        return new Group(
                new DeliveryLocationGroupId(world.nextId()),
                wanted.locations(),
                new DeliveryMethodDefinitionId(world.nextId()),
                wanted.rateName(),
                wanted.rateMinor());
    }

    private static Group changed(Group group, GroupChange wanted) {
        List<LocationId> locations = new ArrayList<>(group.locations());
        locations.removeAll(wanted.remove());
        wanted.add().stream().filter(each -> !locations.contains(each)).forEach(locations::add);
        long rate = wanted.rateMinor() == null ? group.rateMinor() : wanted.rateMinor();
        return new Group(group.id(), locations, group.method(), group.rateName(), rate);
    }
}
