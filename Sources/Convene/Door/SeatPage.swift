import Base
import HTML

/// Seats in sessions on the page of a registration: which there are, how many are left, one's own.
package enum SeatPage {
    /// A block for the holder's page; nothing where no session has limited seats. `way` is the page's own path.
    package static func section(_ scene: Scene, _ offers: [SeatOffer], way: String) -> Markup {
        guard !offers.isEmpty else { return .empty }
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="seats"><h2 id="seats">\(words("door.seats.title"))</h2>\
            <p class="help">\(words("door.seats.own"))</p><ul class="plain">\(each(offers) { "<li>\(row(scene, $0, way))</li>" })</ul></section>

            """
    }

    private static func row(_ scene: Scene, _ offer: SeatOffer, _ way: String) -> Markup {
        let words = scene.words
        let session = offer.session
        let times = DraftDeskPage.times(session.start, session.end)
        let left =
            offer.isMine
            ? words("door.seat.mine")
            : offer.count.free > 0 ? words("door.seat.free", count: offer.count.free) : words("door.seat.full")
        return """
            <p id="seat-\(session.id)"><b>\(scene.text(session.title))</b></p>\
            <p class="meta"><span>\(words.date(session.date, .short)) <bdi dir="ltr">\(times)</bdi></span> <span>\(scene.text(offer.room))</span> \
            <span class="\(offer.isMine ? "good" : "")">\(left)</span>\
            \(" <span class=\"warn\">\(words("door.seat.clash"))</span>", if: offer.clashes)</p>\(form(scene, offer, way))
            """
    }

    private static func form(_ scene: Scene, _ offer: SeatOffer, _ way: String) -> Markup {
        guard offer.isMine || offer.count.free > 0 else { return .empty }
        let words = scene.words
        let label = words(offer.isMine ? "door.seat.giveUp" : "door.seat.take")
        return """
            <form class="actions" method="post" action="\(url: scene.link(way + "/seats"))">\(scene.guardField)\
            <input type="hidden" name="session" value="\(offer.session.id)"><input type="hidden" name="do" value="\(offer.isMine ? "giveUp" : "take")">\
            <button class="button quiet" type="submit" aria-describedby="seat-\(offer.session.id)">\(label)</button></form>
            """
    }
}
