package io.switchboard.profile.identity;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.changes.Changes;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.history.Arrivals;
import io.switchboard.profile.history.Heard;
import io.switchboard.profile.ledger.Fact;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.ledger.Told;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes understood messages: chaff ends in the ledger, of every other it is found out who wrote it. */
@ApplicationScoped
public class IdentifyMessages {
    private final TenantTransaction transaction;
    private final Arrivals arrivals;
    private final LedgerStore ledger;
    private final Addresses addresses;
    private final Identities identities;
    private final Clues clues;
    private final Devices devices;
    private final Links links;
    private final SignedLinks signedLinks;
    private final Changes changes;

    IdentifyMessages(
            TenantTransaction transaction,
            Arrivals arrivals,
            LedgerStore ledger,
            Addresses addresses,
            Identities identities,
            Clues clues,
            Devices devices,
            Links links,
            SignedLinks signedLinks,
            Changes changes) {
        this.transaction = transaction;
        this.arrivals = arrivals;
        this.ledger = ledger;
        this.addresses = addresses;
        this.identities = identities;
        this.clues = clues;
        this.devices = devices;
        this.links = links;
        this.signedLinks = signedLinks;
        this.changes = changes;
    }

    /** Takes one message, as {@link #take(List)} does; empty for chaff. */
    public Uni<Optional<Identified>> take(MessageUnderstood understood) {
        return take(List.of(understood)).map(identified -> identified.stream().findFirst());
    }

    /**
     * Takes messages, those of a tenant in one transaction. They need not have been received here before: the two topics are
     * read independently.
     *
     * @return who wrote them, those of a tenant in the order given; chaff is not among them
     */
    public Uni<List<Identified>> take(List<MessageUnderstood> understood) {
        return transaction
                .each(understood, MessageUnderstood::message, this::take)
                .map(tenants -> tenants.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Identified>> take(Mutiny.Session session, String tenant, List<MessageUnderstood> understood) {
        List<Told> chaff = understood.stream()
                .filter(IdentifyMessages::isChaff)
                .map(IdentifyMessages::judged)
                .toList();
        List<MessageUnderstood> others =
                understood.stream().filter(one -> !isChaff(one)).toList();
        return arrivals.enter(
                        session, tenant, understood.stream().map(Heard::of).toList())
                .chain(() -> ledger.learn(session, tenant, chaff))
                .chain(() -> whoWrote(session, tenant, others));
    }

    private static boolean isChaff(MessageUnderstood understood) {
        // What somebody wrote to the organisation alone always deserves an answer, whatever a model says.
        return understood.message().visibility() == Visibility.PUBLIC
                && understood.understanding().relevance() == Relevance.CHAFF;
    }

    private static Told judged(MessageUnderstood chaff) {
        Message message = chaff.message();
        return new Told(message.messageId(), message.centre(), new Fact.JudgedChaff(whyChaff(chaff.understanding())));
    }

    private static String whyChaff(Understanding understanding) {
        String reason = understanding.reasons().isEmpty()
                ? "no reason given"
                : understanding.reasons().getFirst();
        return reason + " (" + understanding.model() + ")";
    }

    /** What messages say of their writers counts before anybody hears who wrote them. */
    private Uni<List<Identified>> whoWrote(Mutiny.Session session, String tenant, List<MessageUnderstood> understood) {
        if (understood.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Message> messages =
                understood.stream().map(MessageUnderstood::message).toList();
        return identities
                .whoWrote(session, tenant, messages)
                .flatMap(writers -> clues.note(session, tenant, messages)
                        .chain(() -> devices.note(session, tenant, messages))
                        .chain(() -> proven(session, messages, writers))
                        .flatMap(proven -> (proven.isEmpty()
                                        ? Uni.createFrom().item(writers)
                                        : identities.whoWrote(session, tenant, messages))
                                .map(now -> understood.stream()
                                        .map(one -> identified(one, writers, now, proven))
                                        .toList())));
    }

    /** Returns by which changes messages made customers one, by the message. */
    private Uni<Map<UUID, UUID>> proven(
            Mutiny.Session session, List<Message> messages, Map<Address, CustomerProfile> writers) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(message -> proven(session, message, at(writers, message))
                        .flatMap(linked -> linked.isEmpty()
                                ? Uni.createFrom().<Map.Entry<UUID, UUID>>nullItem()
                                : changes.note(session, message.tenant(), linked)
                                        .map(change -> Map.entry(message.messageId(), change))))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Returns who is known as somebody else by what a message proves. */
    private Uni<List<UUID>> proven(Mutiny.Session session, Message message, CustomerProfile writer) {
        return links.byAccountNumber(session, message, writer)
                .flatMap(byNumber -> signedLinks
                        .link(session, message, writer)
                        .map(signed -> Stream.concat(byNumber.stream(), signed.stream())
                                .toList()));
    }

    private Identified identified(
            MessageUnderstood understood,
            Map<Address, CustomerProfile> before,
            Map<Address, CustomerProfile> now,
            Map<UUID, UUID> proven) {
        Message message = understood.message();
        CustomerProfile writer = at(before, message);
        return new Identified(
                new MessageIdentified(
                        message, understood.understanding(), at(now, message).customer()),
                writer.wasMetBy(message.messageId()),
                Optional.ofNullable(proven.get(message.messageId())));
    }

    private CustomerProfile at(Map<Address, CustomerProfile> writers, Message message) {
        return Objects.requireNonNull(writers.get(addresses.of(message)));
    }
}
