import People
import Testing

@Suite("DeviceHint")
struct DeviceHintTests {
    @Test(
        "a browser's family and its system, and nothing that tells people apart",
        arguments: [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox · Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 "
                    + "Edg/142.0.0.0", "Edge · Windows"
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile "
                    + "Safari/537.36", "Chrome · Android"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 "
                    + "Mobile/15E148 Safari/604.1", "Safari · iOS"
            ),
            ("curl/8.5.0", ""), ("", ""),
        ])
    func read(header: String, hint: String) { #expect(DeviceHint.read(header) == hint) }

    @Test("no header, and one of more than a kilobyte, tell nothing") func odd() {
        #expect(DeviceHint.read(nil) == "")
        #expect(DeviceHint.read("Firefox/1 " + String(repeating: "a", count: 1024)) == "")
    }
}
