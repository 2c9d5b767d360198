package io.binnacle.pipeline.core.load;

import io.binnacle.pipeline.api.Assignment;
import io.binnacle.pipeline.api.Attachment.Member;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.TimeTables;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Loads the teams of deals. A membership is known again by an id made of its name in the other system; one that a
 * person entered here for the same time stays, and the other system's is not put beside it.
 */
record MemberWriter(LoadContext load, Names names, Tally tally) {

    void write(List<Member> members) {
        if (members.isEmpty()) {
            return;
        }
        load.handle().execute("lock table pipeline.assignment in share row exclusive mode");
        Map<UUID, Assignment> present = new HashMap<>();
        TimeTables.ASSIGNMENTS
                .of(
                        load.handle(),
                        "subject_id",
                        members.stream().map(this::deal).toList())
                .forEach(assignment -> present.put(assignment.id(), assignment));
        List<Assignment> wanted =
                members.stream().flatMap(member -> wanted(member, present)).toList();
        new EntityWriter<>(Entities.ASSIGNMENT, Assignment.class, TimeTables.ASSIGNMENTS, Assignment::id)
                .write(load, wanted, tally);
        tally.add(Entities.ASSIGNMENT, 0, 0, members.size() - wanted.size(), 0);
    }

    private Stream<Assignment> wanted(Member member, Map<UUID, Assignment> present) {
        UUID id = id(member.ref());
        Assignment told = told(member, id, Optional.ofNullable(present.get(id)));
        boolean taken = present.values().stream()
                .anyMatch(other -> !other.id().equals(id)
                        && other.subject().equals(told.subject())
                        && other.member().equals(told.member())
                        && other.role().equals(told.role())
                        && other.overlaps(told));
        if (!taken) {
            present.put(id, told);
        }
        return taken ? Stream.empty() : Stream.of(told);
    }

    private Assignment told(Member member, UUID id, Optional<Assignment> held) {
        return new Assignment(
                id,
                Assignment.Scope.OPPORTUNITY,
                deal(member),
                Optional.empty(),
                Optional.of(names.resolve(member.node(), Entities.NODE, member.ref())),
                member.unit(),
                member.role(),
                held.map(Assignment::allocation).orElse(BigDecimal.ZERO),
                member.dated() ? member.from() : held.map(Assignment::from).orElse(member.from()),
                held.flatMap(Assignment::to),
                0);
    }

    private UUID deal(Member member) {
        return names.resolve(member.deal(), Entities.OPPORTUNITY, member.ref());
    }

    private static UUID id(ExternalRef ref) {
        String name = String.join("\n", Entities.ASSIGNMENT, ref.system(), ref.type(), ref.id());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
