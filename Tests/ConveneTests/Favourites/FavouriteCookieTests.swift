import Base
import Testing

@testable import Convene

@Suite struct FavouriteCookieTests {
    private let one = SiteSample.id(1)
    private let two = SiteSample.id(2)

    @Test("What is written is read again, in its order") func round() throws {
        let cookie = FavouriteCookie([two, one, two])
        #expect(cookie.sessions == [two, one])
        #expect(cookie.value.count == 64 && FavouriteCookie(value: cookie.value) == cookie)
        #expect(FavouriteCookie(header: "a=b; plenaria-favourites=\(cookie.value); c=d") == cookie)
        #expect(cookie.with(one) == cookie && cookie.without(two).sessions == [one])
    }

    @Test(
        "Nonsense is nothing",
        arguments: [
            "", "x", "zz", String(repeating: "z", count: 64), "%00%00", "<script>alert(1)</script><script>alert(1)<", "é",
        ])
    func nonsense(_ value: String) {
        #expect(FavouriteCookie(value: value).sessions.isEmpty)
        #expect(FavouriteCookie(header: "plenaria-favourites=" + value).sessions.isEmpty)
    }

    @Test("Half an identifier at the end is passed over, and so is another cookie of a like name") func halves() {
        let value = FavouriteCookie([one]).value
        #expect(FavouriteCookie(value: value + "0123").sessions == [one])
        #expect(FavouriteCookie(header: "plenaria-favourites-x=\(value)").sessions.isEmpty)
        #expect(FavouriteCookie(header: nil).sessions.isEmpty)
    }

    @Test("It holds so many, and fits into a cookie") func full() throws {
        let full = FavouriteCookie((1...200).map(SiteSample.id))
        #expect(full.isFull && full.sessions.count == FavouriteCookie.most)
        #expect(full.set(try SiteSample.event(), isSecure: true).utf8.count < 4096)
        #expect(FavouriteCookie(value: String(repeating: full.value, count: 3)) == full)
    }

    @Test("It is sent for the pages of its event alone, and an empty one goes") func header() throws {
        let event = try SiteSample.event()
        let set = FavouriteCookie([one]).set(event, isSecure: true)
        #expect(set.contains("; Path=/e/gmc-2025;") && set.contains("SameSite=Lax") && set.hasSuffix("; Secure"))
        #expect(FavouriteCookie().set(event, isSecure: false).hasPrefix("plenaria-favourites=; Path=/e/gmc-2025"))
        #expect(FavouriteCookie().set(event, isSecure: false).contains("Max-Age=0"))
    }
}
