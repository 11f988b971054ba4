import Base
import HTML

/// One page of a long list, and the way to the others.
struct ListPartPage: Sendable {
    static let size = RegistrationListStore.pageSize
    private let pages: Int
    /// From 1; the first where there is none of that number.
    let number: Int

    init(_ number: Int, of total: Int) {
        pages = max(1, (total + ListPartPage.size - 1) / ListPartPage.size)
        self.number = (1...pages).contains(number) ? number : 1
    }

    func of<T>(_ all: [T]) -> ArraySlice<T> { all.dropFirst((number - 1) * ListPartPage.size).prefix(ListPartPage.size) }

    /// Nothing where one page has all.
    func ways(_ scene: Scene, _ address: (Int) -> String) -> Markup {
        guard pages > 1 else { return .empty }
        return """
            <nav aria-label="\(scene.words("registration.pages"))"><ul class="chips ways">\(each(1...pages) { one in
                """
                <li><a href="\(url: scene.link(address(one)))"\(#" aria-current="page""#, if: one == number)>\
                \(scene.words.number(one))</a></li>
                """
            })</ul></nav>
            """
    }
}
