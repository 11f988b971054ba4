import Store
import Web

/// What goes on by itself: an embargo ends whether or not anybody is at the desk, and contacts are reminded.
package enum EditionRoundRoutes {
    package static let rounds = [
        Module.Round("index-embargo", seconds: 1) { hall in
            guard try await hall.database.read({ try !EditionStore.due(in: $0).isEmpty }) else { return }
            let pen = EditionPen(book: hall.book, baseURL: hall.baseURL)
            try await hall.database.write { tx in
                for id in try EditionReleaseActions.releaseDue(in: tx) { try EditionPostMail.released(id, pen, in: tx) }
            }
        },
        Module.Round("index-reminder", seconds: 600) { hall in
            guard try await hall.database.read({ try EditionPostMail.isReminderDue(in: $0) }) else { return }
            let pen = EditionPen(book: hall.book, baseURL: hall.baseURL)
            try await hall.database.write { try EditionPostMail.remind(pen, in: $0) }
        },
    ]
}
