using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

public class RemarkTermsTests
{
    static readonly Guid One = Planted.IdOf(1);
    static readonly Guid Two = Planted.IdOf(2);

    [Fact]
    public void Remarks_stand_in_the_order_of_their_ids_and_terms_in_that_of_their_hashes()
    {
        var (low, high) = One.CompareTo(Two) < 0 ? (One, Two) : (Two, One);
        var terms = RemarkTerms
            .Of(
                [high, low],
                [
                    [9, 5, 9],
                    [5, 9],
                ]
            )
            .Value;
        Assert.Equal([low, high], terms.Ids.ToArray());
        Assert.Equal([5UL, 9UL], terms.Vocabulary.ToArray());
        Assert.Equal([0, 1, 1], terms.Row(1).ToArray());
    }

    [Fact]
    public void A_term_of_one_remark_is_left_out_however_often_it_is_said()
    {
        var terms = RemarkTerms
            .Of(
                [One, Two],
                [
                    [7, 7, 7, 5],
                    [5],
                ]
            )
            .Value;
        Assert.Equal([5UL], terms.Vocabulary.ToArray());
    }

    [Fact]
    public void No_remarks_an_id_twice_and_a_vector_of_NaN_are_refused_in_words()
    {
        Assert.Equal("There are no remarks.", RemarkTerms.Of([], []).Because);
        Assert.StartsWith(
            "Two remarks have the id",
            RemarkTerms
                .Of(
                    [One, One],
                    [
                        [],
                        [],
                    ]
                )
                .Because
        );
        Assert.StartsWith(
            "The vector of remark 2 has the length NaN",
            RemarkTerms
                .Of(
                    [One, Two],
                    [
                        [],
                        [],
                    ],
                    [1f, 0f, float.NaN, 0f],
                    2
                )
                .Because
        );
        Assert.StartsWith(
            "The vector of remark 1 has the length 2",
            RemarkTerms
                .Of(
                    [One],
                    [
                        [],
                    ],
                    [2f, 0f],
                    2
                )
                .Because
        );
    }

    [Fact]
    public void Lists_of_different_length_are_a_mistake_of_the_program() =>
        Assert.Throws<ArgumentException>(() => RemarkTerms.Of([One], []));
}
