package io.switchboard.profile.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.customer.CustomerProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Makes whoever has signed in to a website or app one with the customers at the addresses that its server states to be
 * theirs. What can't be such an address is matched with nothing.
 */
@ApplicationScoped
class SignedLinks {
    private static final String SIGNED_IDENTITY = "rule:signed-identity";

    /**
     * Which of some addresses are not the writer's yet, and whether somebody else was met there. Each is looked up by itself,
     * as {@link io.switchboard.profile.customer.CustomerStore#at} does, since almost every message finds nothing to do.
     */
    private static final String NEWS = """
            select one.number, known.root_id is not null
            from json_to_recordset(cast(cast(:addresses as text) as json)) as one (number integer, kind text, value text)
            left join lateral (
                select c.root_id from handle h join customer c on c.tenant = h.tenant and c.customer_id = h.customer_id
                where h.tenant = :tenant and h.kind = one.kind and h.scope = '' and h.value = one.value limit 1
            ) known on true
            where known.root_id is distinct from
                (select root_id from customer where tenant = :tenant and customer_id = cast(:writer as uuid))
            order by one.number
            """;

    private final Addresses addresses;
    private final Links links;

    SignedLinks(Addresses addresses, Links links) {
        this.addresses = addresses;
        this.links = links;
    }

    private record Said(String field, Address address) {}

    /** What was said as {@link #NEWS} reads it. */
    private record Row(
            @JsonProperty int number,
            @JsonProperty String kind,
            @JsonProperty String value) {}

    private record News(Said said, boolean isKnown) {}

    /** Returns who is known as somebody else since this message, or was met by it and is one with its writer. */
    Uni<List<UUID>> link(Mutiny.Session session, Message message, CustomerProfile writer) {
        List<Said> stated = stated(message);
        return stated.isEmpty()
                ? Uni.createFrom().item(List.of())
                : news(session, message.tenant(), stated, writer.id())
                        .flatMap(news -> Multi.createFrom()
                                .iterable(news)
                                .onItem()
                                .transformToUniAndConcatenate(one -> link(session, message, writer, one))
                                .filter(outcome -> outcome instanceof Outcome.Done)
                                .map(outcome -> ((Outcome.Done) outcome).one())
                                .collect()
                                .asList());
    }

    /** The likeliest to be the organisation's own word for a person comes first. */
    private List<Said> stated(Message message) {
        SignedIdentity identity = message.signedIdentity();
        return identity == null
                ? List.of()
                : Stream.of(
                                stated(message, Address.ACCOUNT, identity.accountNumber()),
                                stated(message, Address.EMAIL, identity.email()),
                                stated(message, Address.PHONE, identity.phone()))
                        .flatMap(one -> one)
                        .toList();
    }

    private Stream<Said> stated(Message message, String kind, @Nullable String written) {
        return Optional.ofNullable(written)
                .flatMap(value -> addresses.stated(message.tenant(), message.centre(), kind, value))
                .map(address -> new Said(kind, address))
                .stream();
    }

    private static Uni<List<News>> news(Mutiny.Session session, String tenant, List<Said> stated, UUID writer) {
        return session.createNativeQuery(NEWS, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("writer", writer)
                .setParameter("addresses", rows(stated))
                .getResultList()
                .map(found -> found.stream()
                        .map(row -> new News(stated.get((Integer) row[0]), (Boolean) row[1]))
                        .toList());
    }

    private static String rows(List<Said> stated) {
        return EventJson.text(IntStream.range(0, stated.size())
                .mapToObj(number -> new Row(
                        number,
                        stated.get(number).address().kind(),
                        stated.get(number).address().value()))
                .toList());
    }

    /** The writer joins whoever is known at the address; nobody yet, the address joins the writer. */
    private Uni<Outcome> link(Mutiny.Session session, Message message, CustomerProfile writer, News news) {
        Address address = news.said().address();
        Cause cause = cause(message, news.said());
        return news.isKnown()
                ? links.link(session, message.tenant(), message.centre(), addresses.of(message), address, cause)
                : links.state(session, message.tenant(), message.centre(), address, writer.id(), cause);
    }

    private static Cause cause(Message message, Said said) {
        return new Cause(
                SIGNED_IDENTITY,
                null,
                Map.of(
                        "channel", message.channel(),
                        "account", message.account(),
                        "field", said.field(),
                        "messageId", message.messageId().toString()));
    }
}
