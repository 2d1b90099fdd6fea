package io.plexica.data.testing.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.NamedQuery;
import javax.persistence.OneToMany;
import javax.persistence.QueryHint;
import javax.persistence.Table;
import javax.persistence.Version;

/** An entity as an author writes one. */
@Entity
@Table(name = "items")
@NamedQuery(
        name = "cached",
        query = "select i.name from Item i order by i.name",
        hints = @QueryHint(name = "eclipselink.query-results-cache", value = "true"))
public class Item {

    @Id
    private UUID id = UUID.randomUUID();

    private String name;

    @Column(name = "made_at")
    private Instant madeAt;

    @Version
    private int version;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    private Item parent;

    @OneToMany(mappedBy = "item", cascade = CascadeType.ALL)
    private List<Line> lines = new ArrayList<>();

    protected Item() {}

    public Item(String name) {
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String other) {
        name = other;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public void madeAt(Instant at) {
        madeAt = at;
    }

    public Item parent() {
        return parent;
    }

    public void parent(Item other) {
        parent = other;
    }

    public List<Line> lines() {
        return lines;
    }
}
