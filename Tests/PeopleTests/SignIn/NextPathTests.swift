import People
import Testing

@Suite("NextPath")
struct NextPathTests {
    @Test(
        "paths of this site are gone to as they stand",
        arguments: ["/", "/desk", "/desk/e/gmc-2025/programme?lang=ar#a", "/e/gmc-2025?q=a//b", "/o/unam", "/sign-installation"])
    func taken(path: String) { #expect(NextPath(path)?.path == path) }

    @Test(
        "nothing leads through our sign-in to another site",
        arguments: [
            "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
            "/\t/evil.example",
            "/%2fevil.example", "/%2Fevil.example", "/%5Cevil.example", "/a/..//evil.example", "/./evil", "/../evil",
            "/%2e%2e/evil",
            "/a/.%2E/b", "javascript:alert(1)", "desk", "", " /desk", "/des k", "/d\u{E9}sk", "/a\r\nSet-Cookie: a=b", "/a\u{0}",
            "@evil.example", "/" + String(repeating: "a", count: 512),
        ])
    func refused(path: String) { #expect(NextPath(path) == nil) }

    @Test(
        "nor to signing in or out itself, or to a letter's link",
        arguments: ["/sign-in", "/sign-in?next=/", "/sign-in/code", "/sign-out", "/SIGN-OUT", "/invitation/x"])
    func doors(path: String) { #expect(NextPath(path) == nil) }

    @Test("where nothing was asked for there is none") func none() { #expect(NextPath(nil) == nil) }
}
