import Base
import Testing

@testable import Identity

/// Where requests of ours may go.
@Suite("OutwardClient", .timeLimit(.minutes(15)))
struct OutwardClientTests {
    private func failure(_ address: String, _ reach: OutwardClient.Reach) async -> OutwardClient.Failure? {
        do {
            _ = try await OutwardClient(reach: reach).get(address)
            return nil
        } catch { return error as? OutwardClient.Failure }
    }

    @Test(
        "plain HTTP, odd schemes, users in the address, fragments and blanks are not asked",
        arguments: [
            "http://example.org/", "ftp://example.org/", "file:///etc/passwd", "https://user:word@example.org/",
            "https://example.org/#a", "https://exa mple.org/", "https://example.org\\@127.0.0.1/", "https://", "//example.org/",
            "",
        ])
    func form(address: String) async {
        #expect(await failure(address, .open) == .notAllowed("address"))
        #expect(await failure(address, .alsoPrivate) == .notAllowed("address"))
    }

    @Test(
        "this machine is not asked, however its address is written",
        arguments: [
            "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://127.1/", "https://2130706433/",
            "https://0x7f000001/", "https://[::ffff:127.0.0.1]/", "https://127.0.0.1:8080/",
        ])
    func loopback(address: String) async {
        for reach in [OutwardClient.Reach.open, .alsoPrivate] {
            let found = await failure(address, reach)
            // A resolver may not read the odd spellings at all; none may lead to a connection.
            #expect(found == .notAllowed("host") || found == .unreachable || found == .notAllowed("address"), "\(reach)")
        }
        if ["https://127.0.0.1/", "https://localhost/"].contains(address) {
            #expect(await failure(address, .open) == .notAllowed("host"))
        }
    }

    @Test(
        "the own network and a cloud's metadata are asked only if the operator said so",
        arguments: ["169.254.169.254", "10.0.0.1"])
    func neighbours(host: String) async {
        #expect(await failure("https://\(host)/latest/meta-data", .open) == .notAllowed("host"))
    }

    @Test("a try-out on this machine stays on this machine") func tryOut() async {
        #expect(await failure("http://8.8.8.8/", .loopback) == .notAllowed("host"))
        #expect(await failure("http://127.0.0.1:1/", .loopback) == .unreachable)
    }

    @Test("forms are written as browsers write them, and nothing breaks out of a field") func encoded() {
        #expect(OutwardClient.encoded([("a", "b&c=d e"), ("ü", "+/")]) == "a=b%26c%3Dd%20e&%C3%BC=%2B%2F")
    }
}
