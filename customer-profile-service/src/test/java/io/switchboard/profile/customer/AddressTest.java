package io.switchboard.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void mailAddressesDifferNotByCaseOrSpace() {
        assertThat(Address.of("email", "help@acme.example", " Sam@Customer.Example "))
                .isEqualTo(Address.of("email", "sales@acme.example", "sam@customer.example"));
    }

    @Test
    void aTelephoneNumberIsOneAddressOnEveryChannelThatHasIt() {
        assertThat(Address.of("sms", "12345", "+49 (30) 123-456"))
                .isEqualTo(Address.of("whatsapp", "67890", "4930123456"))
                .isEqualTo(Address.of("voice", "12345", "004930123456"));
    }

    @Test
    void aWithheldNumberIsNoTelephoneNumber() {
        assertThat(Address.of("voice", "12345", "anonymous").kind()).isEqualTo("voice");
    }

    @Test
    void aPageScopedIdMeansSomethingOnlyOnItsPage() {
        assertThat(Address.of("messenger", "page-1", "123")).isNotEqualTo(Address.of("messenger", "page-2", "123"));
    }

    @Test
    void theSameHandleOnAnotherChannelIsSomebodyElse() {
        assertThat(Address.of("x", "acme", "sam")).isNotEqualTo(Address.of("webchat", "acme", "sam"));
    }

    @Test
    void aCustomersIdFollowsFromTenantAndAddressAlone() {
        Address address = Address.of("email", "a", "sam@customer.example");
        assertThat(address.customerId("acme")).isEqualTo(address.customerId("acme"));
        assertThat(address.customerId("acme")).isNotEqualTo(address.customerId("globex"));
        assertThat(address.customerId("acme").version()).isEqualTo(5);
    }
}
