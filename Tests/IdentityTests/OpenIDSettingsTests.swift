import Testing

@testable import Identity

@Suite("OpenIDSettings")
struct OpenIDSettingsTests {
    private func settings(_ change: (inout OpenIDSettings) -> Void = { _ in }) -> OpenIDSettings {
        var settings = OpenIDSettings(key: "uni-1", name: "University", issuer: "https://id.example/t", clientID: "c")
        change(&settings)
        return settings
    }

    @Test("settings that can work have no complaint; others name their field") func complaints() {
        #expect(settings().complaint == nil)
        for key in ["", "Uni", "a/b", "ü", String(repeating: "a", count: 33)] {
            #expect(settings { $0.key = key }.complaint == "key", "\(key)")
        }
        #expect(settings { $0.name = "" }.complaint == "name")
        #expect(settings { $0.clientID = "" }.complaint == "client.id")
        for issuer in [
            "", "id.example", "http://id.example", "https://id.example?a", "https://id.example#a", "https://a@id.example",
        ] {
            #expect(settings { $0.issuer = issuer }.complaint == "issuer", "\(issuer)")
        }
    }

    @Test("plain HTTP is taken on this very machine only, and the operator's word opens her network and no more") func reach() {
        #expect(settings { $0.issuer = "http://localhost:8081" }.complaint == nil)
        #expect(settings { $0.issuer = "http://127.0.0.1:8081" }.reach == .loopback)
        #expect(settings { $0.issuer = "http://127.0.0.1.evil.example" }.complaint == "issuer")
        #expect(settings().reach == .open)
        #expect(settings { $0.isPrivate = true }.reach == .alsoPrivate)
        #expect(settings { ($0.isPrivate, $0.issuer) = (true, "http://10.0.0.1") }.complaint == "issuer")
    }
}
