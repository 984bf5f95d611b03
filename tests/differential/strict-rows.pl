# strict-rows.pl: reads CSV as Text::CSV_XS does, strictly. Standard input: texts, each preceded by the
# length of its separator, the separator, and its own length; all lengths are words of 32 bits, least byte
# first. Standard output: of each text the rows as read-rows writes them, and what it was refused for, each
# preceded by its length. Lines without a byte have no row.
use strict;
use warnings;
use Text::CSV_XS;
use constant END_OF_TEXT => 2012;

binmode STDIN;
binmode STDOUT;
my %parsers;

sub block {
    read(STDIN, my $head, 4) == 4 or exit 0;
    my $length = unpack 'V', $head;
    my $text = '';
    $length == 0 or read(STDIN, $text, $length) == $length or die "a text is cut short\n";
    return $text;
}

while (1) {
    my $separator = block();
    my $text = block();
    my $parser = $parsers{$separator} //= Text::CSV_XS->new({
        binary => 1, sep => $separator, eol => "\n", strict => 0, decode_utf8 => 0,
        keep_meta_info => 1, auto_diag => 0, allow_loose_quotes => 0, allow_loose_escapes => 0
    }) or die Text::CSV_XS->error_diag . "\n";
    my ($rows, $fault) = ('', '');
    $parser->SetDiag(0);
    open my $stream, '<:raw', \$text or die;
    while (my $row = $parser->getline($stream)) {
        next if @$row == 1 && $row->[0] eq '' && !$parser->is_quoted(0);
        $rows .= pack 'V(V/a*)*', scalar @$row, @$row;
    }
    my ($code, $words) = $parser->error_diag;
    $fault = "$code $words" if $code != 0 && $code != END_OF_TEXT;
    print pack 'V/a*V/a*', $rows, $fault;
}
